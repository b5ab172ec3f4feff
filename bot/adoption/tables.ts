import { BINS, WAITS } from './histogram.ts';
import type { Counts, Rollup } from './rollup.ts';

type Cells = (rollup: Rollup) => Counts;

/** The name of the only cell of a table that is not split. */
export const ALL = 'all';

const single =
  (count: (rollup: Rollup) => number | undefined): Cells =>
  (rollup) => [{ name: ALL, count: count(rollup) ?? 0 }];

const waitsOf: Cells = ({ times }) =>
  WAITS.map(({ name, maxHours }, step) => {
    const above = WAITS[step - 1]?.maxHours ?? 0;
    const within = times.filter((_count, bin) => (BINS[bin] ?? 0) > above && (BINS[bin] ?? 0) <= maxHours);
    return { name, count: within.reduce((sum, count) => sum + count, 0) };
  });

/** Every table of a report, as its cells in one week. Noise is drawn by these names, so they must not change. */
export const TABLES = {
  units: ({ units }) => units,
  principles: ({ principles }) => principles,
  topics: ({ topics }) => topics,
  names: ({ asked, anonymous }) => [
    { name: 'anonymous', count: anonymous },
    { name: 'named', count: asked - anonymous },
  ],
  behalf: ({ asked, onBehalf = 0 }) => [
    { name: 'onBehalf', count: onBehalf },
    { name: 'forSelf', count: asked - onBehalf },
  ],
  nudged: single(({ nudged }) => nudged),
  pressed: single(({ pressed }) => pressed),
  talks: single(({ talks }) => talks),
  introductions: single(({ introductions }) => introductions),
  stories: single(({ storiesTold }) => storiesTold),
  reopened: single(({ reopened }) => reopened),
  /** The first human words by their fine bins, of which only quantiles are shown. */
  bins: ({ times }) => times.map((count, bin) => ({ name: String(BINS[bin]), count })),
  waits: waitsOf,
  promises: ({ promises }) => promises,
  outcomes: ({ outcomes }) => outcomes,
  askedBack: ({ askedBack }) => askedBack,
  helpful: ({ helpful }) => helpful,
  steps: ({ steps }) => steps,
  stepsKept: ({ stepsKept }) => stepsKept,
  quarterly: ({ quarterly }) => quarterly,
} satisfies Record<string, Cells>;

export type Table = keyof typeof TABLES;
export const TABLE_NAMES = Object.keys(TABLES) as Table[];

/** The tables whose cells add up to all cases. */
export const SPLITS = ['units', 'principles', 'topics', 'names', 'behalf'] as const satisfies Table[];
