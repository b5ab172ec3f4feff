import { z } from 'zod';
import { id, isoDate, isoTime, minutes, moment, optional, personChoice } from '../card-fields.ts';
import { type CommandOf, verbs } from '../command-of.ts';
import { freeText, type Measured, requiredText } from '../privacy/free-text.ts';
import { DECLINE_REASONS, HELPFUL, KEPT, OUTCOMES, OWNERS, PRINCIPLES, TOPICS, TRIAL_NEXTS } from '../words.ts';

/** In characters. */
const MAX_UNIT_LENGTH = 100;
/** Why the agent proposes a colleague: a line, in characters. */
const MAX_LINE_LENGTH = 300;

const unitName = optional(freeText({ max: MAX_UNIT_LENGTH, oneLine: true }));
const ofCase = z.object({ case: id });
/** A proposal may stand beside the asker's own step. Without `which`, the proposal is meant. */
const ofStep = ofCase.extend({ which: optional(z.enum(['own', 'proposed'])) });

/** The verbs that move a case along. `rules.ts` defines who may use them and when. */
const MOVES = verbs({
  'share-with-all': z.object({ case: id, share: z.enum(['yes', 'no']) }),
  'accept-case': z.object({ case: id, text: freeText() }),
  'decline-case': z.object({ case: id, reason: z.enum(DECLINE_REASONS), until: optional(isoDate) }),
  'give-back': z.object({ case: id, reason: z.enum(DECLINE_REASONS) }),
  /** `agent`: an id, or a name as `notTo` takes them. */
  'hand-over': z.object({ case: id, agent: personChoice, reason: requiredText() }),
  'answer-hand-over': z.object({ case: id, show: z.enum(['all', 'dilemma', 'no']) }),
  'invite-co-agent': z.object({ case: id, agent: personChoice }),
  'answer-invitation': z.object({ case: id, show: z.enum(['all', 'dilemma', 'no']) }),
  'accept-co-agent': ofCase,
  'decline-co-agent': ofCase,
  /** From the co-agent to the agent, and back. */
  'note-to-agent': z.object({ case: id, text: requiredText() }),
  'ask-back': z.object({ case: id, text: requiredText() }),
  reply: z.object({ case: id, text: requiredText() }),
  /** Cards ask for `start` as `day` and `time`, in the organisation's zone. */
  talk: z.object({
    case: id,
    start: optional(moment),
    day: optional(isoDate),
    time: optional(isoTime),
    minutes: optional(minutes),
    place: freeText(),
  }),
  'accept-talk': ofCase,
  'cancel-talk': ofCase,
  'answer-case': z.object({
    case: id,
    text: requiredText(),
    outcome: z.enum(OUTCOMES),
    nextStep: freeText(),
    nextStepDate: optional(isoDate),
    owner: optional(z.enum(OWNERS)),
    /** For `clear-no`; the ground is one of `GROUNDS`, or in words. */
    ground: freeText(),
    alternative: freeText(),
    /** For `small-trial`: what is tried, until when, and how they will know. */
    trial: freeText(),
    trialUntil: optional(isoDate),
    trialSign: freeText(),
    /** For `meeting`, as for `talk`. */
    start: optional(moment),
    day: optional(isoDate),
    time: optional(isoTime),
    minutes: optional(minutes),
    place: freeText(),
  }),
  'correct-answer': z.object({ case: id, text: requiredText() }),
  /** `person`: an id from a list, or a name as typed; `name`: typed beside a search that the client may not have. */
  'request-introduction': z.object({
    case: id,
    person: personChoice,
    name: optional(personChoice),
    text: requiredText({ max: MAX_LINE_LENGTH }),
  }),
  'accept-introduction': ofCase,
  'decline-introduction': ofCase,
  'correct-labels': z.object({ case: id, principle: z.enum(PRINCIPLES), topic: z.enum(TOPICS) }),
  'accept-step': ofStep.extend({ nextStepDate: optional(isoDate) }),
  'own-step': z.object({ case: id, nextStep: requiredText(), nextStepDate: optional(isoDate) }),
  'drop-step': ofStep,
  'reveal-me': ofCase,
  'rate-answer': z.object({ case: id, helpful: z.enum(HELPFUL), comment: freeText() }),
  'follow-up': z.object({
    case: id,
    kept: z.enum(KEPT),
    text: freeText(),
    next: optional(z.enum(TRIAL_NEXTS)),
    /** Whether what was learned may become a story. */
    story: optional(z.enum(['yes', 'no'])),
  }),
  thank: z.object({ case: id, text: requiredText() }),
  'close-case': ofCase,
  'reopen-case': z.object({ case: id, text: requiredText() }),
  'withdraw-case': ofCase,
  'ask-another': ofCase,
});

export type CaseVerb = keyof typeof MOVES;
export const CASE_VERBS = Object.keys(MOVES) as CaseVerb[];

export const SHOW_CASE_ACTIONS = verbs({ 'show-case': ofCase });

export const UNIT_ACTIONS = verbs({
  /** `otherUnit` is a unit that was not among the choices. `case` is the case whose card asked. */
  'set-unit': z.object({ unit: unitName, otherUnit: unitName, case: optional(id) }),
});

/** Every action on a case. */
export const CASE_ACTIONS = verbs({ ...MOVES, ...SHOW_CASE_ACTIONS, ...UNIT_ACTIONS });

export type CaseCommand<V extends keyof typeof CASE_ACTIONS = keyof typeof CASE_ACTIONS> = CommandOf<
  typeof CASE_ACTIONS,
  V
>;
/** A command whose texts have passed the length check. */
export type MeasuredCommand<V extends CaseVerb = CaseVerb> = Measured<CaseCommand<V>>;
