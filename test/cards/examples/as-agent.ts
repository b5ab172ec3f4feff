import type { CaseState } from '../../../bot/cases/case.ts';
import type { Colleagues } from '../../../bot/cases/colleague-views.ts';
import type { CaseVerb } from '../../../bot/cases/command.ts';
import type { LostTalk } from '../../../bot/cases/said-views.ts';
import type {
  CoAgentView,
  HandedView,
  HeldView,
  InvitedView,
  ListedView,
  OfferView,
  PastView,
  WithdrawnView,
} from '../../../bot/cases/view-types.ts';
import { personId } from '../../../bot/ids.ts';
import { masked } from '../../support/fixtures/builders.ts';
import {
  about,
  answered,
  between,
  closed,
  FITS,
  heading,
  type Over,
  type Seen,
  taken,
  until,
  words,
  wroteIn,
} from './case-parts.ts';
import { answers, METTE, mine, opens } from './turns.ts';

/** The case as agents see it: the one who holds it, and those with a current or past offer. */

export const AGENT_ACTIVE: CaseVerb[] = [
  'ask-back',
  'reply',
  'talk',
  'answer-case',
  'give-back',
  'hand-over',
  'invite-co-agent',
  'request-introduction',
  'correct-labels',
];
const AGENT_ANSWERED: CaseVerb[] = [
  'ask-back',
  'reply',
  'talk',
  'hand-over',
  'invite-co-agent',
  'request-introduction',
  'correct-answer',
  'correct-labels',
];

export const COLLEAGUES: Colleagues = {
  toChoose: [
    { id: personId('p-bo'), name: 'Bo Lindgren' },
    { id: personId('p-karen'), name: 'Karen Skov' },
  ],
  asked: null,
  asKept: null,
  coAgent: null,
  notes: [],
  suggested: null,
};

const had: Omit<HeldView, 'state' | 'wrote'> = {
  ...heading,
  ...words,
  ...between,
  ...about,
  viewer: 'agent',
  askedAt: taken.askedAt,
  asker: METTE,
  introduction: null,
  next: 'you',
  colleagues: COLLEAGUES,
  may: AGENT_ACTIVE,
};
const heldIn =
  <State extends HeldView['state']>(state: State, given: Over<HeldView>) =>
  (over: Over<HeldView> = {}, settled = false): Seen<HeldView & { state: State }> => {
    const view = { ...had, ...given, ...over, state };
    const wrote = over.wrote ?? wroteIn(view.turns);
    return { kind: 'case', why: 'changed', view: { ...view, wrote, opening: opens(view.turns) }, settled };
  };

export const held = heldIn('active', {});
const byAgent = {
  ...answered,
  next: 'other',
  answerTurn: mine(answers),
  turns: [mine(answers)],
  may: AGENT_ANSWERED,
} as const;
export const heldAnswered = heldIn('answered', byAgent);
export const heldClosed = heldIn('closed', { ...byAgent, ...closed, may: ['correct-answer', 'correct-labels'] });
export const heldWithdrawn = (lostTalk: LostTalk | null = null): Seen<WithdrawnView> => ({
  kind: 'case',
  why: 'changed',
  view: { ...heading, viewer: 'agent', state: 'withdrawn', lostTalk },
  settled: false,
});

export const offered = (over: Over<OfferView> = {}): Seen<OfferView> => ({
  kind: 'case',
  why: 'changed',
  view: {
    ...heading,
    ...words,
    ...about,
    viewer: 'offered',
    asker: METTE,
    offer: { until, why: FITS, pair: null },
    may: ['accept-case', 'decline-case'],
    ...over,
  },
  settled: false,
});

export const listed = (over: Over<ListedView> = {}): Seen<ListedView> => ({
  kind: 'case',
  why: 'changed',
  view: { ...heading, ...words, ...about, viewer: 'listed', asker: METTE, may: ['accept-case'], ...over },
  settled: false,
});

export const handed = (over: Over<HandedView> = {}): Seen<HandedView> => ({
  kind: 'case',
  why: 'handed',
  view: {
    ...heading,
    ...words,
    ...about,
    viewer: 'handed',
    asker: METTE,
    agent: 'Jonas Holm',
    reason: masked('Karen har stået med det samme ved fjorden.'),
    until,
    may: ['accept-case', 'decline-case'],
    ...over,
  },
  settled: false,
});

export const invited = (over: Over<InvitedView> = {}): Seen<InvitedView> => ({
  kind: 'case',
  why: 'invited',
  view: {
    ...heading,
    ...words,
    ...about,
    viewer: 'invited',
    asker: METTE,
    agent: 'Jonas Holm',
    until,
    may: ['accept-co-agent', 'decline-co-agent'],
    ...over,
  },
  settled: false,
});

export const coAgent = <State extends CoAgentView['state']>(
  state: State,
  over: Over<CoAgentView> = {},
): Seen<CoAgentView & { state: State }> => ({
  kind: 'case',
  why: 'changed',
  view: {
    ...heading,
    ...words,
    ...about,
    viewer: 'co-agent',
    state,
    asker: METTE,
    agent: 'Jonas Holm',
    notes: [],
    show: 'all',
    may: state === 'closed' ? [] : ['decline-co-agent', 'note-to-agent'],
    ...over,
  },
  settled: false,
});

export const past = <State extends CaseState>(
  state: State,
  agent: string | null = null,
  said: PastView['said'] = null,
  lostTalk: LostTalk | null = null,
): Seen<PastView & { state: State }> => ({
  kind: 'case',
  why: 'changed',
  view: { ...heading, viewer: 'past', state, agent, said, lostTalk },
  settled: false,
});
