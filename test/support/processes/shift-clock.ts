/** Lets this process live at another time: `new Date()` and `Date.now()` run on, `ms` later. Returns how to set them right. */
export const shiftClock = (ms: number): (() => void) => {
  const RealDate = Date;
  const now = (): number => RealDate.now() + ms;
  const Shifted = new Proxy(RealDate, {
    construct: (target, args, newTarget) => Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
    apply: () => new RealDate(now()).toString(),
    get: (target, name, receiver) => (name === 'now' ? now : Reflect.get(target, name, receiver)),
  });
  globalThis.Date = Shifted;
  return () => {
    globalThis.Date = RealDate;
  };
};
