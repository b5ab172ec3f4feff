import type { Rollup } from '../../../bot/adoption/rollup.ts';
import { weekAfter } from '../../../bot/time/iso-week.ts';
import { HELPFUL, OUTCOMES, PRINCIPLES, TOPICS } from '../../../bot/words.ts';

/** One case of a made-up workplace: the week it was asked in, and the cells that it counts in. */
export type MadeCase = {
  week: number;
  unit: string;
  principle: string;
  topic: string;
  anonymous: boolean;
  onBehalf: boolean;
  outcome: string | null;
  helpful: string | null;
};

export type World = { weeks: number; directory: number; units: readonly string[]; cases: readonly MadeCase[] };

const WORDS = { principle: PRINCIPLES, topic: TOPICS, outcome: OUTCOMES, helpful: HELPFUL } as const;

/** The closed weeks of such a workplace. */
export const rollupsOf = ({ weeks, directory, units, cases }: World): Rollup[] =>
  Array.from({ length: weeks }, (_none, week): Rollup => {
    const here = cases.filter((c) => c.week === week);
    const table = (field: keyof typeof WORDS) =>
      WORDS[field].map((name) => ({ name, count: here.filter((c) => c[field] === name).length }));
    return {
      _id: weekAfter('2024-W49', week),
      directory,
      withChat: directory,
      standing: { stopped: 0, paused: 0, unreachable: 0 },
      nudged: 0,
      pressed: 0,
      asked: here.length,
      units: units.map((name) => ({
        name,
        people: Math.floor(directory / units.length),
        count: here.filter(({ unit }) => unit === name).length,
      })),
      principles: table('principle'),
      topics: table('topic'),
      anonymous: here.filter(({ anonymous }) => anonymous).length,
      onBehalf: here.filter(({ onBehalf }) => onBehalf).length,
      talks: 0,
      introductions: 0,
      reopened: 0,
      times: [],
      promises: [],
      outcomes: table('outcome'),
      askedBack: [],
      helpful: table('helpful'),
      steps: [],
      stepsKept: [],
      quarterly: [],
      agents: [],
    };
  });
