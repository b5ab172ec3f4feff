import type { Helpful, Kept, Outcome, Principle, QuarterAnswer, Topic } from '../words.ts';
import type { Pseudonym } from './pseudonym.ts';
import type { Week } from './week.ts';

/**
 * One thing that happened, for counting only: no person, no case, no text. `week` is the one it counts in, `unit` the
 * unit at that moment, `who` a pseudonym. Facts outlive the case they came from.
 */
export type Fact = { _id: string; week: Week; unit: string | null; who: Pseudonym | null } & Happened;

export type Happened =
  /** `who` asked. */
  | { kind: 'asked'; principle: Principle; topic: Topic; anonymous: boolean }
  /** `who` asked, and a human wrote the first word after so many working hours; `bin` is one of `BINS`. */
  | { kind: 'first-word'; bin: number }
  /** What became of "a human writes by", the first time it was said. */
  | { kind: 'promise'; kept: boolean }
  /** `who` is the agent who took a case. */
  | { kind: 'taken' }
  | { kind: 'talk' }
  | { kind: 'reopened' }
  /** `askedBack`: the agent asked before the first answer; null for later answers of the same case. */
  | { kind: 'answered'; outcome: Outcome; askedBack: boolean | null }
  | { kind: 'rated'; helpful: Helpful }
  /** `who` said what came of a step they had said yes to. */
  | { kind: 'followed-up'; kept: Kept }
  | { kind: 'step'; became: 'accepted' | 'moved' | 'dropped' }
  /** A weekly principle reached `who`; `pressed`: a button of it other than pause and stop, within seven days. */
  | { kind: 'nudged' }
  | { kind: 'nudge-pressed' }
  /** `who` said when they last did something with a citizen. */
  | { kind: 'quarterly'; answer: QuarterAnswer };

/** With a chat, and the weekly principle does not come to them: their wish, or this week's could not be delivered. */
export type Standing = { stopped: number; paused: number; unreachable: number };

export const FACT_KINDS = [
  'asked',
  'first-word',
  'promise',
  'taken',
  'talk',
  'reopened',
  'answered',
  'rated',
  'followed-up',
  'step',
  'nudged',
  'nudge-pressed',
  'quarterly',
] as const satisfies Happened['kind'][];
export type FactKind = Happened['kind'];

/** Who works here, taken once, when a week closes: it cannot be counted afterwards. */
export type Headcount = {
  _id: Week;
  directory: number;
  withChat: number;
  /** How it stands with those who have a chat, each in one place; null for weeks in which nobody counted it. */
  standing: Standing | null;
  /** People by unit; null for those whose unit nobody told. */
  units: { unit: string | null; people: number }[];
};
