/** Random choices that are the same in every run with the same seed. */
export type Chance = {
  /** From 0 to 1, without 1. */
  next(): number;
  /** An integer from 0, less than `below`. */
  whole(below: number): number;
  /** True with a probability of `share`, from 0 to 1. */
  happens(share: number): boolean;
  of<T>(choices: readonly [T, ...T[]]): T;
  /** Picks the first choices far more often than the last. */
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
