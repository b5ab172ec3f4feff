import type { Seeded } from '../../test/support/fixtures/seeded.ts';

/** How many days of a municipality are pressed into the run. */
export const DAYS = 10;

/**
 * What 7,000 employees do with Sammen on a working day; a guess on the high side, because nobody has the figures yet:
 *
 * - One dilemma a week for every 100 employees is 14 a day; a busy day has 20. Each is answered after six words.
 * - Everybody gets one nudge a week, which is 1,400 for each of its five days, though all of them leave on Monday.
 * - 15 in 100 press something on theirs; the first weeks of nudge trials see that, later ones less.
 * - One in 50 writes a word for help, a list or a page; HR and admins read the report ten times.
 * - Seven are new, as in a municipality where a quarter of the staff changes in a year.
 */
const DAY = { dilemmas: 20, nudges: 1_400, reactions: 210, words: 140, reports: 10, arrivals: 7 } as const;

/** Words that asker and agent exchange between the dilemma and the answer. */
export const WORDS_BETWEEN = 6;

type Doing = keyof typeof DAY;
export type Amounts = Record<Doing, number>;

/** What is done in a run of so many minutes: a shorter one has as much in each minute as the hour. */
export const amountsIn = (minutes: number): Amounts => {
  const share = (count: number) => Math.max(1, Math.round((count * DAYS * minutes) / 60));
  const { dilemmas, nudges, reactions, words, reports, arrivals } = DAY;
  return {
    dilemmas: share(dilemmas),
    nudges: share(nudges),
    reactions: share(reactions),
    words: share(words),
    reports: share(reports),
    arrivals: share(arrivals),
  };
};

/** When the day is busiest, as parts of the run: after the morning's meeting, and after lunch. */
const PEAKS = [0.25, 0.65] as const;
const PEAK_WIDTH = 0.06;
/** How much busier a peak is than the quietest time. */
const PEAK_HEIGHT = 4;

const busyAt = (part: number): number =>
  1 + PEAKS.reduce((sum, peak) => sum + (PEAK_HEIGHT - 1) * Math.exp(-(((part - peak) / PEAK_WIDTH) ** 2)), 0);

/** Random moments, in order and in ms from the start, more of them where the day is busy. None is after `until`. */
export const momentsOf = (count: number, ms: number, until: number, random: Seeded): number[] => {
  const moments: number[] = [];
  while (moments.length < count) {
    const at = random.below(Math.floor(ms * until));
    if (random.below(1_000) < (1_000 * busyAt(at / ms)) / PEAK_HEIGHT) moments.push(at);
  }
  return moments.sort((one, other) => one - other);
};

/** Something that goes wrong at a planned moment: `at` and `lasts` in ms. */
export type Mishap =
  | { kind: 'restart' | 'kill'; slot: 'a' | 'b'; at: number }
  | { kind: 'store-away' | 'teams-429' | 'slack-429'; at: number; lasts: number };

const MAX_STORE_AWAY_MS = 120_000;
const MAX_SPELL_MS = 60_000;

/**
 * The restarts come early, while the nudges go out, so that each last process can be watched for three quarters of the
 * run: memory that grows shows only in a process that lives.
 */
export const mishapsIn = (ms: number): Mishap[] => {
  const at = (part: number) => Math.round(ms * part);
  const spell = Math.min(MAX_SPELL_MS, at(0.05));
  return [
    { kind: 'restart', slot: 'a', at: at(0.06) },
    { kind: 'restart', slot: 'b', at: at(0.1) },
    { kind: 'teams-429', at: at(0.13), lasts: spell },
    { kind: 'kill', slot: 'a', at: at(0.18) },
    { kind: 'kill', slot: 'b', at: at(0.23) },
    { kind: 'slack-429', at: at(0.36), lasts: spell },
    { kind: 'store-away', at: at(0.55), lasts: Math.min(MAX_STORE_AWAY_MS, at(0.12)) },
  ];
};

/** The part of the run in which people begin something new; after it they end what they have begun. */
export const BEGINS_UNTIL = 0.75;
