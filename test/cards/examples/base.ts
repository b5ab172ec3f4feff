import type { CaseVerb } from '../../../bot/cases/command.ts';
import type { CaseView, TurnView } from '../../../bot/cases/notice.ts';
import type { DraftView } from '../../../bot/drafts/notice.ts';
import { caseId } from '../../../bot/ids.ts';
import type { Notice } from '../../../bot/notices.ts';
import { masked } from '../../support/fixtures/builders.ts';

/** The draft and the case that the examples vary, and who says what in them. */

export const now = new Date('2026-11-24T09:12:00.000Z');
export const hours = (count: number) => new Date(now.getTime() + count * 3_600_000);

export const draft: DraftView = {
  id: caseId('c7Qk2mXw9'),
  rev: 3,
  now,
  state: 'open',
  text: masked('Skaterne vil selv bygge en rampe, men vi er tre afdelinger om pladsen. Hvem skal jeg tale med?'),
  principle: 'bygger-bro',
  topic: 'borgerinitiativ',
  promisedAt: new Date('2026-11-25T10:00:00.000Z'),
  promisedTodayAt: new Date('2026-11-24T15:00:00.000Z'),
  warning: null,
  waitingCases: [],
  usedFor: null,
  follows: null,
  openly: false,
};
export const draftWith = (over: Partial<DraftView>): Notice => ({ kind: 'draft', view: { ...draft, ...over } });

export const FITS = { principle: true, topic: true, load: 1, capacity: 3, standsIn: false };
export const FREE = { principle: false, topic: false, load: 0, capacity: 3, standsIn: false };

export const base: CaseView = {
  id: caseId('c7Qk2mXw9'),
  rev: 5,
  number: 42,
  now,
  viewer: 'asker',
  state: 'waiting',
  text: draft.text,
  principle: 'bygger-bro',
  topic: 'borgerinitiativ',
  today: false,
  askedAt: hours(-0.2),
  asker: { name: 'Mette Krogh', unit: 'Park og Vej' },
  anonymous: false,
  leftBy: null,
  units: null,
  agent: null,
  promisedAt: draft.promisedAt,
  promise: 'open',
  offer: { agent: 'Jonas Holm', until: new Date('2026-11-24T11:12:00.000Z'), why: FITS },
  asked: 1,
  sharing: 'no',
  opening: true,
  said: 0,
  turns: [],
  answer: null,
  step: null,
  rating: null,
  followUp: null,
  next: 'other',
  reminded: false,
  askedOn: false,
  talkWaits: false,
  closedAt: null,
  warning: null,
  may: [],
  todayDate: '2026-11-24',
  suggestedDate: '2026-12-08',
};

export const turn = (
  by: TurnView['by'],
  kind: TurnView['kind'],
  text: string,
  ago: number,
  over: Partial<TurnView> = {},
): TurnView => ({
  by,
  name: by === 'you' ? null : 'Jonas Holm',
  kind,
  text: masked(text),
  at: hours(-ago),
  talk: null,
  ...over,
});
/** A message opens the case as long as the other side has not spoken in it. */
export const caseWith = (over: Partial<CaseView>, settled = false): Notice => {
  const view = { ...base, ...over };
  const opening = view.state === 'waiting' || view.turns.every(({ by }) => by === 'you');
  return { kind: 'case', view: { ...view, opening }, settled };
};

/** What `bot/cases/rules.ts` allows the viewer in each state. */
export const ASKER_WAITS: CaseVerb[] = ['reply', 'withdraw-case'];
export const ASKER_ACTIVE: CaseVerb[] = ['reply', 'talk', 'close-case', 'withdraw-case'];
export const ASKER_ANSWERED: CaseVerb[] = [
  'reply',
  'talk',
  'rate-answer',
  'thank',
  'close-case',
  'reopen-case',
  'withdraw-case',
];
export const ASKER_CLOSED: CaseVerb[] = ['reply', 'rate-answer', 'thank', 'reopen-case'];
export const FOLLOW_UP: CaseVerb[] = ['follow-up'];
export const STEPS: CaseVerb[] = ['accept-step', 'drop-step'];
export const AGENT_ACTIVE: CaseVerb[] = ['ask-back', 'reply', 'talk', 'answer-case'];
const AGENT_ANSWERED: CaseVerb[] = ['ask-back', 'reply', 'talk'];

export const taken: Partial<CaseView> = {
  state: 'active',
  agent: 'Jonas Holm',
  offer: null,
  askedAt: hours(-1.5),
};
export const forAgent: Partial<CaseView> = { ...taken, viewer: 'agent', next: 'you', may: AGENT_ACTIVE };
export const asks = turn(
  'other',
  'ask-back',
  'Hvad er vigtigst for dem, der skater? Og hvem ejer pladsen på papiret?',
  0.6,
);
export const replies = turn('you', 'reply', 'At de selv må bygge den. Pladsen er vores, men Kultur låner den ud.', 0.3);
export const answers = turn(
  'other',
  'answer',
  'Inviter dem på pladsen sammen med driften. Tag Bente fra Kultur med: hun har nøglen til skuret.',
  0.1,
);
export const answered: Partial<CaseView> = {
  ...taken,
  state: 'answered',
  promise: 'kept',
  next: 'you',
  answer: { outcome: 'advice', ground: null, alternative: null },
  step: { text: masked('Mødes på pladsen med driften'), date: '2026-12-01', state: 'proposed' },
  turns: [answers],
  may: [...ASKER_ANSWERED, ...STEPS],
};
export const forAgentAnswered: Partial<CaseView> = {
  ...answered,
  viewer: 'agent',
  next: 'other',
  turns: [{ ...answers, by: 'you', name: null }],
  may: AGENT_ANSWERED,
};
export const closed: Partial<CaseView> = { state: 'closed', next: 'other', closedAt: hours(-30), askedAt: hours(-400) };
/** A step they said yes to, and the question on its day. */
export const accepted: Partial<CaseView> = {
  step: { text: masked('Mødes på pladsen med driften'), date: '2026-11-24', state: 'accepted' },
};
export const followUp = {
  askedAt: hours(-0.1),
  step: { text: masked('Mødes på pladsen med driften'), date: '2026-11-24' },
  kept: null,
  saidAt: null,
} as const;
export const hidden: Partial<CaseView> = { asker: null, anonymous: true };
export const gone: Partial<CaseView> = { text: masked(''), asker: null };
