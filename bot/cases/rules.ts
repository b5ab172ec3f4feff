import type { PersonId } from '../ids.ts';
import { isAgent, type Person } from '../people/person.ts';
import type { RefusalCode } from '../refusal.ts';
import { DAY } from '../time/units.ts';
import type { Case, CaseState, Invitation, Offer } from './case.ts';
import type { CaseVerb } from './command.ts';
import { introductionPutTo, openIntroduction, whoKnowTheName } from './introduction.ts';
import { coAgentOf, openInvitation } from './invitations.ts';
import { isOver, latestTalkOf, mayHaveTalked } from './talk-proposed.ts';
import { latestTransit } from './transit.ts';

/**
 * A person's part in a case. `listed`: an agent who may claim it from the common list; `past`: an agent who was once
 * asked or saw it on the list; `handed`: the agent to whom it is being handed over; `invited` and `co-agent`: an agent
 * who is asked to help the case's agent, or does; `introduced`: a colleague who was asked whether they want to meet the
 * asker. A manager of the asker is always a stranger.
 */
export type Part =
  | 'asker'
  | 'agent'
  | 'offered'
  | 'listed'
  | 'past'
  | 'handed'
  | 'invited'
  | 'co-agent'
  | 'introduced'
  | 'stranger';

/** A closed case can be continued for 30 days (docs/rules.md, "Closed cases"). */
export const MAX_DAYS_AFTER_CLOSING = 30;

export const openOffer = (c: Pick<Case, 'offers'>) => c.offers.find((offer) => offer.state === 'open') ?? null;

/** Whether this agent declined the case or gave it back: then they are not asked again, also not by the common list. */
export const saidNo = (offers: readonly Offer[], person: PersonId): boolean =>
  offers.some(({ agent, state }) => agent === person && (state === 'declined' || state === 'given-back'));

/** The person's part in the case. @param managers all managers above the asker */
export const partOf = (c: Case, person: Person, managers: ReadonlySet<PersonId>): Part => {
  if (person._id === c.asker) return 'asker';
  if (managers.has(person._id)) return 'stranger';
  if (person._id === c.agent) return 'agent';
  if (introductionPutTo(c, person._id) === null) return partOfOther(c, person);
  if (isKeptOut(c, person._id)) return 'introduced';
  const part = partOfOther(c, person);
  return part === 'past' || part === 'stranger' ? 'introduced' : part;
};

/** A colleague who knows, or may learn, who asks never gets to read the dilemma. */
const isKeptOut = (c: Pick<Case, 'anonymous' | 'introductions'>, id: PersonId): boolean => {
  const introduced = introductionPutTo(c, id);
  return introduced !== null && (introduced === openIntroduction(c) || whoKnowTheName(c).includes(id));
};

const partOfOther = (c: Case, person: Person): Part => {
  if (!isAgent(person)) return 'stranger';
  const asked = invitedAs(c, person._id);
  if (asked !== null) return asked;
  if (coAgentOf(c) === person._id && c.state !== 'waiting' && c.state !== 'withdrawn') return 'co-agent';
  if (c.state === 'waiting' && openOffer(c)?.agent === person._id) return 'offered';
  if (c.sharing === 'shared') return c.state === 'waiting' && !saidNo(c.offers, person._id) ? 'listed' : 'past';
  return c.offers.some((offer) => offer.agent === person._id) || wasInvited(c, person._id) ? 'past' : 'stranger';
};

const NOBODY: ReadonlySet<PersonId> = new Set();

const invitedAs = (c: Case, person: PersonId): 'handed' | 'invited' | null => {
  const open = openInvitation(c);
  if (c.state !== 'active' && c.state !== 'answered') return null;
  if (open?.state !== 'colleague' || open.to !== person || isShutOut(c, open, NOBODY)) return null;
  return open.for === 'hand-over' ? 'handed' : 'invited';
};

/**
 * Whether a colleague may not take part in this case: they ask themselves, are a stranger to it, or have said no to it.
 */
export const isShutOut = (
  c: Pick<Case, 'asker' | 'offers' | 'invitations' | 'anonymous' | 'introductions'>,
  { for: what, to }: Pick<Invitation, 'for' | 'to'>,
  managers: ReadonlySet<PersonId>,
): boolean =>
  to === c.asker ||
  managers.has(to) ||
  saidNo(c.offers, to) ||
  isKeptOut(c, to) ||
  (what === 'co-agent' && (c.invitations ?? []).some((one) => one.to === to && one.state === 'declined'));

/** Whether they were asked to take part and saw the case. */
const wasInvited = ({ invitations = [] }: Case, person: PersonId): boolean =>
  invitations.some(({ to, show }) => to === person && show !== null);

const canGoOn = (c: Case, now: Date): boolean =>
  c.closedAt === null || now.getTime() - c.closedAt.getTime() <= MAX_DAYS_AFTER_CLOSING * DAY;

type Check = (c: Case, part: Part, now: Date) => RefusalCode | null;
type Cell = 'yes' | RefusalCode | Check;
type Rule = { who: readonly Part[] } & Record<Exclude<CaseState, 'withdrawn'>, Cell>;

const whileFresh: Check = (c, _part, now) => (canGoOn(c, now) ? null : 'too-late');
const withStep: Check = (c, part, now) => (c.step === null ? 'no-step' : whileFresh(c, part, now));
const withUndroppedStep: Check = (c, part, now) => (c.step?.state === 'dropped' ? 'no-step' : withStep(c, part, now));
const onceAsked: Check = (c) => (c.followUp === null || c.followUp.askedAt === null ? 'not-asked-yet' : null);
const named: Check = (c, part) => (c.anonymous && part === 'asker' ? 'reveal-first' : null);
const talkToAnswer: Check = (c, part, now) => {
  const latest = latestTalkOf(c);
  if (latest === null || latest.by === part || isOver(latest.talk, now)) return 'no-talk';
  return latest.agreed ? 'talk-agreed' : named(c, part, now);
};
const talkToCancel: Check = (c, _part, now) => {
  const latest = latestTalkOf(c);
  return latest === null || isOver(latest.talk, now) ? 'no-talk-to-cancel' : null;
};
const unlessHeld: Check = (_c, part) => (part === 'handed' ? null : part === 'agent' ? 'you-have-it' : 'taken');
const unlessAsked: Check = (c) => (openInvitation(c) === null ? null : 'asked-colleague');
const questionOf =
  (what: Invitation['for']): Check =>
  (c) => {
    const open = openInvitation(c);
    return open?.state === 'asker' && open.for === what ? null : 'no-colleague-question';
  };
const unlessHelped: Check = (c, part, now) => (coAgentOf(c) === null ? unlessAsked(c, part, now) : 'has-co-agent');
const whenInvited: Check = (_c, part) =>
  part === 'invited' ? null : part === 'co-agent' ? 'helps-already' : 'not-invited';
const whenInvitedOrHelping: Check = (_c, part) => (part === 'invited' || part === 'co-agent' ? null : 'not-invited');
const withCoAgent: Check = (c) => (coAgentOf(c) === null ? 'no-co-agent' : null);
/** Whoever took the case over corrects nobody else's answer. */
const ownAnswer: Check = (c, part, now) => (c.answer?.by === c.agent ? whileFresh(c, part, now) : 'nothing-to-correct');
const onlyAgent: Check = (_c, part) => (part === 'agent' ? null : 'only-agent');
const noneIsOpen: Check = (c) => (openIntroduction(c) === null ? null : 'introduction-open');
const asksThem: Check = (c, part) => {
  const asked = openIntroduction(c)?.state;
  return asked === (part === 'asker' ? 'asker' : 'colleague') ? null : 'no-introduction';
};
const whenAnonymous: Check = (c) => (c.anonymous ? null : 'not-anonymous');

/** The agent cannot get what the asker wrote: the asker need not wait for somebody who may never be back. */
const isOutOfReach = (c: Case): boolean => {
  const state = latestTransit(c, 'asker')?.transit.state;
  return state === 'undeliverable' || state === 'failed';
};

const BESIDE_ASKER: readonly Part[] = ['offered', 'listed', 'agent', 'past', 'handed', 'invited', 'co-agent'];

const ANSWERS_INTRODUCTION: Rule = {
  who: ['asker', 'introduced'],
  waiting: 'no-introduction',
  active: asksThem,
  answered: asksThem,
  closed: 'no-introduction',
};

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
  'hand-over': {
    who: ['agent'],
    waiting: 'nobody-has-it',
    active: unlessAsked,
    answered: unlessAsked,
    closed: 'closed',
  },
  'answer-hand-over': {
    who: ['asker'],
    waiting: 'nobody-has-it',
    active: questionOf('hand-over'),
    answered: questionOf('hand-over'),
    closed: 'closed',
  },
  'invite-co-agent': {
    who: ['agent'],
    waiting: 'nobody-has-it',
    active: unlessHelped,
    answered: unlessHelped,
    closed: 'closed',
  },
  'answer-invitation': {
    who: ['asker'],
    waiting: 'nobody-has-it',
    active: questionOf('co-agent'),
    answered: questionOf('co-agent'),
    closed: 'closed',
  },
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
  'note-to-agent': {
    who: ['agent', 'co-agent'],
    waiting: 'nobody-has-it',
    active: withCoAgent,
    answered: withCoAgent,
    closed: 'closed',
  },
  'ask-back': { who: ['agent'], waiting: 'nobody-has-it', active: 'yes', answered: 'yes', closed: 'closed' },
  reply: {
    who: ['asker', 'agent'],
    waiting: 'yes',
    active: 'yes',
    answered: 'yes',
    closed: (c, part, now) => (part === 'asker' ? whileFresh(c, part, now) : 'closed'),
  },
  talk: { who: ['asker', 'agent'], waiting: 'nobody-has-it', active: named, answered: named, closed: 'closed' },
  'accept-talk': {
    who: ['asker', 'agent'],
    waiting: 'nobody-has-it',
    active: talkToAnswer,
    answered: talkToAnswer,
    closed: 'closed',
  },
  'cancel-talk': {
    who: ['asker', 'agent'],
    waiting: 'nobody-has-it',
    active: talkToCancel,
    answered: talkToCancel,
    closed: 'closed',
  },
  'request-introduction': {
    who: ['agent'],
    waiting: 'nobody-has-it',
    active: noneIsOpen,
    answered: noneIsOpen,
    closed: 'closed',
  },
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
  'own-step': {
    who: ['asker'],
    waiting: 'not-answered',
    active: 'not-answered',
    answered: 'yes',
    closed: whileFresh,
  },
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
