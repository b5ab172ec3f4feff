import type { RefusalCode } from '../refusal.ts';
import type { Case, CaseState } from './case.ts';
import {
  asksThem,
  type Check,
  isOutOfReach,
  named,
  noneIsOpen,
  onceAsked,
  onlyAgent,
  ownAnswer,
  questionOf,
  talkToAnswer,
  talkToCancel,
  unlessAsked,
  unlessHeld,
  unlessHelped,
  whenAnonymous,
  whenInvited,
  whenInvitedOrHelping,
  whileFresh,
  withCoAgent,
  withStep,
  withUndroppedStep,
} from './checks.ts';
import type { CaseVerb } from './command.ts';
import type { Part } from './part.ts';
import { mayHaveTalked } from './talk-proposed.ts';

type Cell = 'yes' | RefusalCode | Check;
type Rule = { who: readonly Part[] } & Record<Exclude<CaseState, 'withdrawn'>, Cell>;

const BESIDE_ASKER: readonly Part[] = ['offered', 'listed', 'agent', 'past', 'handed', 'invited', 'co-agent'];

const ANSWERS_INTRODUCTION: Rule = {
  who: ['asker', 'introduced'],
  waiting: 'no-introduction',
  active: asksThem,
  answered: asksThem,
  closed: 'no-introduction',
};

/** Only while an agent has the case, answered or not. */
const whileHeld = (who: readonly Part[], cell: Cell): Rule => ({
  who,
  waiting: 'nobody-has-it',
  active: cell,
  answered: cell,
  closed: 'closed',
});

/** Who may do what in which state; the same table as in docs/rules.md, "Who may do what". */
const RULES: Record<CaseVerb, Rule> = {
  'share-with-all': {
    who: ['asker'],
    waiting: (c) => (c.sharing === 'asked' || c.sharing === 'refused' ? null : 'no-share-question'),
    active: 'no-share-question',
    answered: 'no-share-question',
    closed: 'closed',
  },
  'accept-case': {
    who: BESIDE_ASKER,
    // Who said no does not see the list, but may still change their mind while the case is on it.
    waiting: (c, part) => (part === 'offered' || c.sharing === 'shared' ? null : 'offer-gone'),
    active: unlessHeld,
    answered: unlessHeld,
    closed: 'closed',
  },
  'decline-case': {
    who: BESIDE_ASKER,
    waiting: (_c, part) => (part === 'offered' || part === 'listed' ? null : 'offer-gone'),
    active: unlessHeld,
    answered: unlessHeld,
    closed: 'closed',
  },
  'give-back': {
    who: ['agent'],
    waiting: 'nobody-has-it',
    active: 'yes',
    answered: 'already-answered',
    closed: 'closed',
  },
  'hand-over': whileHeld(['agent'], unlessAsked),
  'answer-hand-over': whileHeld(['asker'], questionOf('hand-over')),
  'invite-co-agent': whileHeld(['agent'], unlessHelped),
  'answer-invitation': whileHeld(['asker'], questionOf('co-agent')),
  'accept-co-agent': {
    who: BESIDE_ASKER,
    waiting: 'not-invited',
    active: whenInvited,
    answered: whenInvited,
    closed: 'closed',
  },
  'decline-co-agent': {
    who: BESIDE_ASKER,
    waiting: 'not-invited',
    active: whenInvitedOrHelping,
    answered: whenInvitedOrHelping,
    closed: 'closed',
  },
  'note-to-agent': whileHeld(['agent', 'co-agent'], withCoAgent),
  'ask-back': whileHeld(['agent'], 'yes'),
  reply: {
    who: ['asker', 'agent'],
    waiting: 'yes',
    active: 'yes',
    answered: 'yes',
    closed: (c, part, now) => (part === 'asker' ? whileFresh(c, part, now) : 'closed'),
  },
  talk: whileHeld(['asker', 'agent'], named),
  'accept-talk': whileHeld(['asker', 'agent'], talkToAnswer),
  'cancel-talk': whileHeld(['asker', 'agent'], talkToCancel),
  'request-introduction': whileHeld(['agent'], noneIsOpen),
  'accept-introduction': ANSWERS_INTRODUCTION,
  'decline-introduction': ANSWERS_INTRODUCTION,
  'answer-case': {
    who: ['agent'],
    waiting: 'nobody-has-it',
    active: 'yes',
    answered: 'already-answered',
    closed: 'closed',
  },
  'correct-answer': {
    who: ['agent'],
    waiting: 'nobody-has-it',
    active: 'nothing-to-correct',
    answered: ownAnswer,
    closed: ownAnswer,
  },
  'correct-labels': {
    who: ['asker', 'agent'],
    waiting: 'nobody-has-it',
    active: 'yes',
    answered: onlyAgent,
    closed: onlyAgent,
  },
  'accept-step': {
    who: ['asker'],
    waiting: 'not-answered',
    active: 'not-answered',
    answered: withStep,
    closed: withStep,
  },
  'own-step': { who: ['asker'], waiting: 'not-answered', active: 'not-answered', answered: 'yes', closed: whileFresh },
  'drop-step': {
    who: ['asker'],
    waiting: 'not-answered',
    active: 'not-answered',
    answered: withUndroppedStep,
    closed: withUndroppedStep,
  },
  'reveal-me': {
    who: ['asker'],
    waiting: whenAnonymous,
    active: whenAnonymous,
    answered: whenAnonymous,
    closed: 'closed',
  },
  'rate-answer': {
    who: ['asker'],
    waiting: 'not-answered',
    active: 'not-answered',
    answered: 'yes',
    closed: (c, part, now) => (c.answer === null ? 'not-answered' : whileFresh(c, part, now)),
  },
  'follow-up': {
    who: ['asker'],
    waiting: 'not-answered',
    active: 'not-answered',
    answered: onceAsked,
    closed: onceAsked,
  },
  thank: {
    who: ['asker'],
    waiting: 'not-answered',
    active: 'not-answered',
    answered: 'yes',
    closed: (c, part, now) => (c.agent === null ? 'not-answered' : whileFresh(c, part, now)),
  },
  'close-case': {
    who: ['asker', 'agent'],
    waiting: 'nobody-has-it',
    active: (c, part) => (part === 'asker' || mayHaveTalked(c) ? null : 'talk-first'),
    answered: (_c, part) => (part === 'asker' ? null : 'only-asker'),
    closed: 'closed',
  },
  'reopen-case': { who: ['asker'], waiting: 'not-closed', active: 'not-closed', answered: 'yes', closed: whileFresh },
  'withdraw-case': { who: ['asker'], waiting: 'yes', active: 'yes', answered: 'yes', closed: 'closed' },
  'ask-another': {
    who: ['asker'],
    waiting: 'nothing-to-choose',
    active: (c) => (c.askedOnAt === null && !isOutOfReach(c) ? 'nothing-to-choose' : null),
    answered: 'nothing-to-choose',
    closed: 'closed',
  },
};

/** Why this person may not use this verb now; null when they may. */
export const refusalFor = (c: Case, verb: CaseVerb, part: Part, now: Date): RefusalCode | null => {
  if (part === 'stranger') return 'not-found';
  const rule = RULES[verb];
  if (!rule.who.includes(part)) {
    // They know of a question, not of a case.
    if (part === 'introduced') return 'not-found';
    if (rule.who.includes('asker') && !rule.who.includes('agent')) return 'only-asker';
    return part === 'asker' || !rule.who.includes('asker') ? 'only-agent' : refusalForOutsider(c);
  }
  if (c.state === 'withdrawn') return part === 'introduced' ? 'no-introduction' : 'withdrawn';
  const cell = rule[c.state];
  if (cell === 'yes') return null;
  return typeof cell === 'string' ? cell : cell(c, part, now);
};

/** The refusal for an agent who acts on a case they do not have. */
const refusalForOutsider = (c: Case): RefusalCode =>
  c.state === 'withdrawn' ? 'withdrawn' : c.agent !== null ? 'taken' : 'nobody-has-it';
