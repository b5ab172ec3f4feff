/** Chance that falls the same way every time. */
export type Chance = {
  /** From 0 up to 1. */
  next(): number;
  whole(below: number): number;
  happens(share: number): boolean;
  of<T>(choices: readonly [T, ...T[]]): T;
  /** The first choices far more often than the last. */
  mostly<T>(choices: readonly [T, ...T[]]): T;
};

/** The generator is mulberry32 (Tommy Ettinger, public domain). */
export const createChance = (seed: number): Chance => {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (below: number): number => Math.floor(next() * below);
  return {
    next,
    whole,
    happens: (share) => next() < share,
    of: (choices) => choices[whole(choices.length)] ?? choices[0],
    mostly: (choices) => choices[Math.floor(next() * next() * choices.length)] ?? choices[0],
  };
};
