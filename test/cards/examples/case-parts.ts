import type { CaseNotice } from '../../../bot/cases/notice.ts';
import type { TurnView } from '../../../bot/cases/said-views.ts';
import type { CaseView } from '../../../bot/cases/view-types.ts';
import { caseId } from '../../../bot/ids.ts';
import { masked } from '../../support/fixtures/builders.ts';
import { draft, hours, now } from './base.ts';

/** The parts of the example case that several readers see. */

export type Seen<View extends CaseView> = CaseNotice & { view: View };

/** Who has written, when no example says otherwise: whoever has words in the message. */
export const wroteIn = (turns: readonly TurnView[]) => ({
  you: turns.some(({ by }) => by === 'you'),
  other: turns.some(({ by }) => by === 'other'),
});

export type Over<View> = Partial<Omit<View, 'viewer' | 'state'>>;

export const FITS = { principle: true, topic: true, load: 1, capacity: 3, standsIn: false };
/** Chosen for what was only guessed, and chosen although the text says nothing. */
export const GUESSED = { ...FITS, knows: { principle: 'tydelig-ramme', topic: 'lovgivning' }, guess: true } as const;
export const UNREAD = {
  ...FITS,
  principle: false,
  topic: false,
  knows: { principle: null, topic: null },
  guess: true,
} as const;
export const FREE = { principle: false, topic: false, load: 0, capacity: 3, standsIn: false };

export const heading = { id: caseId('c7Qk2mXw9'), rev: 5, number: 42, turnCount: 0, eventCount: 0 };
export const words = {
  now,
  text: draft.text,
  askedAt: hours(-0.2),
  promisedAt: draft.promised.at,
  promise: 'open',
  opening: true,
  turns: [],
  may: [],
  todayDate: '2026-11-24',
} as const;
export const between = {
  answer: null,
  answerTurn: null,
  earlierAnswers: [],
  step: null,
  proposal: null,
  rating: null,
  followUp: null,
  story: null,
  next: 'other',
  passage: null,
  talk: null,
  lostTalk: null,
  reminded: false,
  corrected: [],
  talkWaits: false,
  closedAt: null,
  citizenHears: null,
  suggestedDate: '2026-12-08',
} as const;
export const about = {
  principle: draft.principle,
  topic: draft.topic,
  certainty: 'sure',
  today: false,
  for: 'me',
} as const;
export const until = new Date('2026-11-24T11:15:00.000Z');

const step = { text: masked('Mødes på pladsen med driften'), date: '2026-12-01', state: 'proposed' } as const;
export const STEP = { accepted: { ...step, state: 'accepted' }, dropped: { ...step, state: 'dropped' } } as const;
/** An accepted step, and the follow-up question on its date. */
export const DUE_STEP = { ...STEP.accepted, date: '2026-11-24' } as const;
export const followUp = {
  askedAt: hours(-0.1),
  step: { text: DUE_STEP.text, date: DUE_STEP.date },
  kept: null,
  saidAt: null,
} as const;

/** What a small trial and a meeting ask for. */
export const TRIAL = {
  text: masked('Åben rampe hver onsdag eftermiddag'),
  until: '2026-11-23',
  sign: masked('Der kommer nye hver gang'),
} as const;
export const MEETING = {
  start: new Date('2026-12-03T09:30:00.000Z'),
  minutes: 30,
  place: masked('Skatepladsen ved hallen'),
  calendarUrl: 'https://sammen.example.dk/files/abc.ics',
};

export const taken = { agent: 'Jonas Holm', offer: null, askedAt: hours(-1.5) };
export const answered = {
  promise: 'kept',
  answer: { outcome: 'advice', ground: null, alternative: null, trial: null, owner: 'asker' },
  step,
} as const;
export const closed = { next: 'other', closedAt: hours(-30), askedAt: hours(-400) } as const;

/** An answered case of a citizen, and the words of its answer for them. */
export const FOR_CITIZEN = { for: 'citizen', citizenHears: '2026-12-01' } as const;
export const WORDS_TO_PASS_ON = {
  text: masked('Ring til driften, de har nøglen. I er velkomne på pladsen fra på tirsdag.'),
  agent: null,
  reminded: false,
} as const;
