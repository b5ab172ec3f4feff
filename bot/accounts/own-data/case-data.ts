import type { Case } from '../../cases/case.ts';
import type { CaseView } from '../../cases/view-types.ts';
import type { PersonId } from '../../ids.ts';
import { type Data, type Fields, plain, type Row } from './data.ts';
import type { NameOf } from './documents.ts';

/** Every field of any view, and of none in particular. */
type AnyView = { [Name in CaseView extends infer V ? (V extends unknown ? keyof V : never) : never]: unknown };

/**
 * What a person is given of a case: what their card shows, and nothing else of others. So an anonymous asker stays
 * anonymous here as they do on the card (docs/rules.md, "Anonymity").
 */
const VIEW_FIELDS: Fields<AnyView> = {
  viewer: 'give',
  id: 'leave',
  rev: 'leave',
  number: 'give',
  turnCount: 'leave',
  eventCount: 'leave',
  now: 'leave',
  text: 'give',
  askedAt: 'give',
  promisedAt: 'give',
  promise: 'give',
  opening: 'leave',
  turns: 'give',
  may: 'leave',
  todayDate: 'leave',
  answer: 'give',
  answerTurn: 'leave',
  earlierAnswers: 'give',
  step: 'give',
  proposal: 'give',
  rating: 'give',
  followUp: 'give',
  story: 'leave',
  next: 'leave',
  wrote: 'leave',
  passage: 'give',
  talk: 'give',
  lostTalk: 'leave',
  reminded: 'give',
  corrected: 'give',
  talkWaits: 'leave',
  closedAt: 'give',
  citizenHears: 'give',
  suggestedDate: 'leave',
  principle: 'give',
  topic: 'give',
  certainty: 'give',
  today: 'give',
  for: 'give',
  state: 'give',
  anonymous: 'give',
  before: 'give',
  units: 'leave',
  agent: 'give',
  offer: 'give',
  asked: 'give',
  sharing: 'give',
  humanTold: 'give',
  introduction: 'give',
  askedOn: 'give',
  invitation: 'give',
  passOn: 'leave',
  coAgent: 'give',
  warning: 'leave',
  asker: 'give',
  // The colleagues to choose from are everybody's, not this person's.
  colleagues: (value) => {
    const { toChoose: _all, suggested: _one, ...own } = value as Record<string, unknown>;
    return plain(own);
  },
  typed: 'leave',
  reason: 'give',
  until: 'give',
  notes: 'give',
  show: 'give',
  said: 'give',
  line: 'give',
  at: 'give',
  contact: 'give',
};

/** A view as data. */
export const viewData = (view: CaseView): Row => {
  const row: Record<string, Data> = {};
  for (const [name, value] of Object.entries(view)) {
    const how = VIEW_FIELDS[name as keyof AnyView];
    if (how !== 'leave') row[name] = how === 'give' ? plain(value) : how(value);
  }
  return row;
};

/** What an asker said about a case that their card does not show. */
export const askersOwn = ({ notTo = [], guess = null, labelled }: Case, nameOf: NameOf): Row => ({
  notTo: notTo.map(nameOf),
  guess: plain(guess),
  labelled: plain(labelled),
});

/**
 * Everything in a case that this person wrote or decided themselves, with neither the case's number nor its words: they may
 * no longer see the case, or know the name of its anonymous asker from an introduction.
 */
export const ownWords = (c: Case, me: PersonId): Row[] => [
  ...c.offers
    .filter(({ agent }) => agent === me)
    .map(({ at, state, declined }) => ({ what: 'offer', at, state, reason: declined })),
  ...c.turns
    .filter(({ who, with: besides }) => who === me || besides === me)
    .map(({ kind, at, text, talk }) => ({ what: kind, at, text, talk: plain(talk) })),
  ...(c.notes ?? []).filter(({ who }) => who === me).map(({ at, text }) => ({ what: 'note', at, text })),
  ...(c.invitations ?? [])
    .filter(({ by }) => by === me)
    // Whether anybody said no is not told: it could come from who asks (docs/rules.md, "Anonymity").
    .map(({ for: what, at, reason }) => ({ what, at, text: reason })),
  ...(c.answer?.by === me ? [{ what: 'answer', ...(plain({ ...c.answer, by: undefined }) as Row) }] : []),
];
