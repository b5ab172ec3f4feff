import { z } from 'zod';
import { id, instant, isoDate, isoTime, minutes, optional, text } from '../card-fields.ts';
import type { CommandOf } from '../command-of.ts';
import { DECLINE_REASONS, HELPFUL, KEPT, OUTCOMES } from '../words.ts';

const ofCase = z.object({ case: id });

/** The verbs that move a case along; `rules.ts` says who may use them when. */
const MOVES = {
  'share-with-all': z.object({ case: id, share: z.enum(['yes', 'no']) }),
  'accept-case': z.object({ case: id, text: optional(text) }),
  'decline-case': z.object({ case: id, reason: z.enum(DECLINE_REASONS), until: optional(isoDate) }),
  'ask-back': z.object({ case: id, text }),
  reply: z.object({ case: id, text }),
  /** `day` and `time` are how a card asks for `start`, in the organisation's zone. */
  talk: z.object({
    case: id,
    start: optional(instant),
    day: optional(isoDate),
    time: optional(isoTime),
    minutes: optional(minutes),
    place: optional(text),
  }),
  'answer-case': z.object({
    case: id,
    text,
    outcome: z.enum(OUTCOMES),
    nextStep: optional(text),
    nextStepDate: optional(isoDate),
    ground: optional(text),
    alternative: optional(text),
  }),
  'accept-step': z.object({ case: id, nextStepDate: optional(isoDate) }),
  'drop-step': ofCase,
  'reveal-me': ofCase,
  'rate-answer': z.object({ case: id, helpful: z.enum(HELPFUL), comment: optional(text) }),
  'follow-up': z.object({ case: id, kept: z.enum(KEPT), text: optional(text) }),
  thank: z.object({ case: id, text }),
  'close-case': ofCase,
  'reopen-case': z.object({ case: id, text }),
  'withdraw-case': ofCase,
  'ask-another': ofCase,
} as const;

export type CaseVerb = keyof typeof MOVES;
export const CASE_VERBS = Object.keys(MOVES) as CaseVerb[];

/** What people may do with a case. */
export const CASE_ACTIONS = {
  ...MOVES,
  'show-case': ofCase,
  /** `otherUnit` is a unit that was not among those to choose from. `case`: whose card asked. */
  'set-unit': z.object({ unit: optional(z.string()), otherUnit: optional(z.string()), case: optional(id) }),
} as const;

export type CaseCommand<V extends keyof typeof CASE_ACTIONS = keyof typeof CASE_ACTIONS> = CommandOf<
  typeof CASE_ACTIONS,
  V
>;
