import type { Database } from '../store/collection.ts';

type Setting = { _id: 'clock'; offset: number };

/** The sandbox's own time: the machine's, moved by an offset that is kept in the store. It keeps running. */
export type SandboxClock = {
  now(): Date;
  /** Moves to the moment that is asked for, given the present one; of several who move it at once, each counts. */
  move(to: (now: Date) => Date): Promise<void>;
  /** Looks what another process set it to. */
  refresh(): Promise<void>;
  /** Stops looking. */
  stop(): void;
};

/** How often each process looks what the others set the clock to, in milliseconds. */
const LOOK = 500;

/**
 * @param first where a new sandbox's clock starts
 * @param moved called when another process moved it
 */
export const openSandboxClock = async (
  database: Database,
  first: (machineNow: Date) => Date,
  moved: () => void,
): Promise<SandboxClock> => {
  const settings = await database.collection<Setting>('sandboxSettings', []);
  const offsetTo = (moment: Date) => moment.getTime() - Date.now();
  const stored = async () => (await settings.get('clock'))?.offset ?? 0;
  const at = (offset: number) => new Date(Date.now() + offset);
  await settings.insert({ _id: 'clock', offset: offsetTo(first(new Date())) });
  let offset = await stored();

  const refresh = async (): Promise<void> => {
    const found = await stored();
    if (found === offset) return;
    offset = found;
    moved();
  };
  // A store that is away keeps the clock as it last was.
  const timer = setInterval(() => refresh().catch(() => undefined), LOOK);
  timer.unref();

  return {
    now: () => at(offset),
    refresh,
    move: async (to) => {
      for (;;) {
        const seen = await stored();
        const wanted = offsetTo(to(at(seen)));
        // Conditional, so that "an hour on" is an hour on from where the clock truly stands.
        if (wanted === seen || (await settings.update({ _id: 'clock', offset: seen }, { $set: { offset: wanted } }))) {
          offset = wanted;
          return;
        }
      }
    },
    stop: () => clearInterval(timer),
  };
};
