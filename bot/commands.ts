import { z } from 'zod';
import { flag, id, instant, isoDate, isoTime, minutes, optional, text, wholeNumber } from './command-fields.ts';
import type { CaseId, NudgeId } from './ids.ts';
import { NUDGE_ACTIONS, type NUDGE_VERBS, type RUN_VERBS, type WISH_VERBS } from './nudges/nudge-actions.ts';
import { type ADMIN_VERBS, type LINK_VERBS, PEOPLE_ACTIONS, type PROFILE_VERBS } from './people/people-actions.ts';
import { DECLINE_REASONS, HELPFUL, KEPT, LANGUAGES, OUTCOMES, PRINCIPLES, TOPICS } from './words.ts';

/** Everything a person may do on a card: the verbs of the design's section 8, decoded strictly. */

const ofDraft = z.object({ draft: id });
const ofCase = z.object({ case: id });

const ACTIONS = {
  'send-to-case': z.object({ draft: id, case: id }),
  'submit-dilemma': z.object({
    draft: id,
    anonymous: z.enum(['yes', 'no']),
    text: optional(text),
    principle: optional(z.enum(PRINCIPLES)),
    topic: optional(z.enum(TOPICS)),
    today: optional(flag),
  }),
  'change-draft': ofDraft,
  'discard-draft': ofDraft,
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
  'show-case': ofCase,
  'set-language': z.object({ language: z.enum(LANGUAGES) }),
  ...PEOPLE_ACTIONS,
  ...NUDGE_ACTIONS,
} as const;

export type Verb = keyof typeof ACTIONS;
export type Command<V extends Verb = Verb> = { [K in V]: { verb: K } & z.infer<(typeof ACTIONS)[K]> }[V];

/** The verbs that move a case along; `bot/cases/rules.ts` says who may use them when. */
export const CASE_VERBS = [
  'share-with-all',
  'accept-case',
  'decline-case',
  'ask-back',
  'reply',
  'talk',
  'answer-case',
  'accept-step',
  'drop-step',
  'reveal-me',
  'rate-answer',
  'follow-up',
  'thank',
  'close-case',
  'reopen-case',
  'withdraw-case',
  'ask-another',
] as const satisfies readonly Verb[];
export type CaseVerb = (typeof CASE_VERBS)[number];
/** What people say of themselves, and what admins do; `bot/people` has both. */
export type ProfileVerb = (typeof PROFILE_VERBS)[number];
export type LinkVerb = (typeof LINK_VERBS)[number];
export type AdminVerb = (typeof ADMIN_VERBS)[number];
/** The weekly principle: what one does with it, when one wants it, and what HR and admins do with a week's run. */
export type NudgeVerb = (typeof NUDGE_VERBS)[number];
export type WishVerb = (typeof WISH_VERBS)[number];
export type RunVerb = (typeof RUN_VERBS)[number];

/** What arrived is no action of ours: an unknown verb, a missing or wrong field. */
export class MalformedAction extends Error {
  override readonly name = 'MalformedAction';
}

const revision = optional(wholeNumber.pipe(z.number().int().min(0)));

/** Free text that a person wrote into a card; masked before anything else sees it. */
const FREE_TEXT = ['text', 'comment', 'nextStep', 'ground', 'alternative', 'place', 'unit', 'otherUnit'] as const;

/**
 * Card data as it came, turned into a command. Input ids may carry their verb (`reply.text`); unknown keys are dropped.
 * @throws MalformedAction
 */
export const decodeAction = (
  verb: string,
  data: unknown,
  mask: (text: string) => string,
): { command: Command; rev: number | undefined } => {
  if (!Object.hasOwn(ACTIONS, verb)) throw new MalformedAction(`unknown verb ${JSON.stringify(verb.slice(0, 40))}`);
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    throw new MalformedAction('data must be an object');
  const own = Object.entries(data).filter(([key]) => !key.includes('.'));
  const prefixed = Object.entries(data)
    .filter(([key]) => key.startsWith(`${verb}.`))
    .map(([key, value]) => [key.slice(verb.length + 1), value] as const);
  // Made of entries, never by assignment: a key `__proto__` becomes a field like any other, and is dropped like one.
  const plain: Record<string, unknown> = Object.fromEntries([...own, ...prefixed]);
  for (const field of FREE_TEXT) if (typeof plain[field] === 'string') plain[field] = mask(plain[field]).trim();
  const decoded = ACTIONS[verb as Verb].safeParse(plain);
  const rev = revision.safeParse(plain.rev);
  if (!decoded.success || !rev.success) {
    const issues = [...(decoded.error?.issues ?? []), ...(rev.error?.issues ?? [])];
    throw new MalformedAction(issues.map((issue) => `${issue.path.join('.') || 'data'}: ${issue.message}`).join('; '));
  }
  return { command: { verb, ...decoded.data } as Command, rev: rev.data };
};

export type Subject = { kind: 'case'; id: CaseId } | { kind: 'nudge'; id: NudgeId };

/** What stands on the card that a command came from, if it stands on one. A dilemma and its case share an id. */
export const subjectOf = (command: Command): Subject | null => {
  if ('nudge' in command && command.nudge !== undefined) return { kind: 'nudge', id: command.nudge };
  const id = 'draft' in command ? command.draft : 'case' in command ? command.case : undefined;
  return id === undefined ? null : { kind: 'case', id };
};
