/**
 * A reader who keeps every report of two years, knows how they are made, and has no key. Shares no code with the
 * program.
 */
type Told = number | { under: 5 };
/** One cell as reports showed it at the end of each block, for one block, three and thirteen. */
export type Series = { one: Told; three: Told; thirteen: Told }[];

const ALPHA = Math.exp(-1);
const REACH = 40;
type Chances = ReadonlyMap<number, number>;

const drawn: Chances = new Map(
  Array.from({ length: 2 * REACH + 1 }, (_none, at) => [
    at - REACH,
    ((1 - ALPHA) / (1 + ALPHA)) * ALPHA ** Math.abs(at - REACH),
  ]),
);

const added = (a: Chances, b: Chances): Chances => {
  const sums = new Map<number, number>();
  for (const [x, p] of a) for (const [y, q] of b) sums.set(x + y, (sums.get(x + y) ?? 0) + p * q);
  return sums;
};

const sums: Chances[] = [new Map([[0, 1]])];
const sumOf = (many: number): Chances => {
  const known = sums[many];
  if (known !== undefined) return known;
  const sum = added(sumOf(many - 1), drawn);
  sums[many] = sum;
  return sum;
};

/** The chance that a count from 1 up is published as `told`: whatever would fall below 1 is 1. */
const chanceOf = (told: number, count: number): number =>
  told > 1
    ? (drawn.get(told - count) ?? 0)
    : [...drawn].reduce((sum, [noise, chance]) => sum + (count + noise <= 1 ? chance : 0), 0);

/** The numbers behind "under 5", block by block, from every sum that gives them away; null where none does. */
export const noisyValues = (series: Series): (number | null)[] => {
  const values = series.map(({ one }) => (typeof one === 'number' ? one : null));
  const known = (told: Told | undefined) => (typeof told === 'number' ? told : null);
  for (let changed = true; changed; ) {
    changed = false;
    for (const [kind, many] of [
      ['three', 3],
      ['thirteen', 13],
    ] as const)
      for (const [at, shown] of series.entries()) {
        const sum = known(shown[kind]);
        const window = Array.from({ length: Math.min(many, at + 1) }, (_none, back) => at - back);
        const open = window.filter((block) => values[block] === null);
        const [only] = open;
        if (sum !== null && open.length === 1 && only !== undefined) {
          values[only] = sum - window.reduce((rest, block) => rest + (values[block] ?? 0), 0);
          changed = true;
        }
        // The sum of the block before, less the block that left it.
        const [last, before] = [values[at], known(series[at - 1]?.[kind])];
        const left = at < many ? 0 : (values[at - many] ?? null);
        if (sum !== null && before !== null && last === null && left !== null) {
          values[at] = sum - before + left;
          changed = true;
        }
      }
  }
  return values;
};

/**
 * The likeliest count from 1 to 4 behind a noisy value, when every count is as likely beforehand. `rest`: what is left
 * of an exact total without the other cells, of which `others` have noise.
 */
export const guessCount = (value: number, rest: number | null, others: number): number => {
  const likely = (count: number) =>
    chanceOf(value, count) * (rest === null ? 1 : (sumOf(others).get(rest - count) ?? 0));
  return [1, 2, 3, 4].reduce((best, count) => (likely(count) > likely(best) ? count : best));
};

/** How often the best guess is right when a sum gives the noisy value away: the most that the noise allows. */
export const bestOdds = (): number => {
  let right = 0;
  for (let told = 1; told < REACH; told++) right += Math.max(...[1, 2, 3, 4].map((count) => chanceOf(told, count))) / 4;
  return right;
};
