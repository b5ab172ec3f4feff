import type { Week } from '../time/iso-week.ts';
import type { ForWhom, Helpful, Kept, Outcome, Principle, QuarterAnswer, Topic } from '../words.ts';
import type { Pseudonym } from './pseudonym.ts';

/**
 * One event, for counting only: without person, case or text. `week` is the week it counts in, `unit` the unit at that
 * moment, `who` a pseudonym. Facts outlive the case they came from.
 */
export type Fact = { _id: string; week: Week; unit: string | null; who: Pseudonym | null } & Happened;

export type Happened =
  /** `who` is the asker. `for` is missing on facts of an earlier version, when nobody asked for others. */
  | { kind: 'asked'; principle: Principle; topic: Topic; anonymous: boolean; for?: ForWhom }
  /** `who` is the asker; `bin` is the index in `BINS` of the working hours to the first human word. */
  | { kind: 'first-word'; bin: number }
  /** Whether the case's first promise ("a human writes by …") was kept. */
  | { kind: 'promise'; kept: boolean }
  /** `who` is the agent who took a case. */
  | { kind: 'taken' }
  | { kind: 'talk' }
  /** The asker and a colleague both said yes to meeting each other. */
  | { kind: 'introduction' }
  | { kind: 'reopened' }
  /** `askedBack`: whether the agent asked back before the first answer; null for later answers of the same case. */
  | { kind: 'answered'; outcome: Outcome; askedBack: boolean | null }
  | { kind: 'rated'; helpful: Helpful }
  /** `who` reported what came of a step they had accepted. */
  | { kind: 'followed-up'; kept: Kept }
  | { kind: 'step'; became: 'accepted' | 'moved' | 'dropped' }
  /** A weekly nudge was delivered to `who`. */
  | { kind: 'nudged' }
  /** `who` pressed a button of it other than pause and stop, within seven days. */
  | { kind: 'nudge-pressed' }
  /** `who` answered when they last did something with a citizen. */
  | { kind: 'quarterly'; answer: QuarterAnswer }
  /** `who` told a story: both of its case said yes, for the first time. */
  | { kind: 'story-told' };

/**
 * People with a chat whom the weekly principle does not reach: by their wish, or because this week's message could not
 * be delivered.
 */
export type Standing = { stopped: number; paused: number; unreachable: number };

export const FACT_KINDS = [
  'asked',
  'first-word',
  'promise',
  'taken',
  'talk',
  'introduction',
  'reopened',
  'answered',
  'rated',
  'followed-up',
  'step',
  'nudged',
  'nudge-pressed',
  'quarterly',
  'story-told',
] as const satisfies Happened['kind'][];
export type FactKind = Happened['kind'];

/** The staff at the close of a week, counted once: it cannot be counted afterwards. */
export type Headcount = {
  _id: Week;
  directory: number;
  withChat: number;
  /** Each person with a chat is counted once at most; null for weeks in which this was not counted. */
  standing: Standing | null;
  /** People by unit; a null unit is unknown. */
  units: { unit: string | null; people: number }[];
};
