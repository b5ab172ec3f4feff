import type { Case } from '../cases/case.ts';
import { type Circumstances, finish, type Move } from '../cases/move.ts';
import { offerNext } from '../cases/offer-next.ts';
import { promiseTime } from '../cases/promise.ts';
import { canPromise } from '../cases/readers.ts';
import type { PersonId } from '../ids.ts';
import type { Person } from '../people/person.ts';
import type { Masked } from '../privacy/mask.ts';
import type { Labels } from '../routing/guess.ts';
import type { ForWhom } from '../words.ts';
import type { DraftCommand } from './command.ts';
import type { Draft } from './draft.ts';

export type Submission = { text: Masked } & Labels &
  Pick<DraftCommand<'submit-dilemma'>, 'anonymous' | 'today'> & {
    for?: ForWhom;
    notTo?: PersonId[];
    /** This is the first case of somebody whose unit is unknown. */
    asksUnit?: boolean;
  };

/** Creates the case that a draft becomes when it is sent, with the first offer. */
export const openCase = (
  draft: Draft,
  asker: Person,
  sent: Submission,
  number: number,
  context: Circumstances,
): Case => {
  const today = sent.today ?? false;
  const bare: Case = {
    _id: draft._id,
    number,
    rev: 0,
    state: 'waiting',
    asker: asker._id,
    ...(sent.notTo === undefined || sent.notTo.length === 0 ? {} : { notTo: sent.notTo }),
    anonymous: sent.anonymous === 'yes',
    for: sent.for ?? 'me',
    unit: asker.unit,
    asksUnit: sent.asksUnit ?? false,
    language: draft.language,
    text: sent.text,
    principle: sent.principle,
    topic: sent.topic,
    ...(sent.guess === undefined ? {} : { guess: sent.guess }),
    ...(sent.labelled === undefined ? {} : { labelled: sent.labelled }),
    today,
    askedAt: context.now,
    promisedAt: promiseTime(today, context),
    promise: canPromise({ asker: asker._id, managers: context.managers }, context.agents) ? 'open' : 'none',
    offers: [],
    roundFrom: 0,
    turnsFrom: 0,
    sharing: 'no',
    agent: null,
    turns: [],
    answer: null,
    step: null,
    rating: null,
    followUp: null,
    wordAt: context.now,
    turnOf: 'agent',
    waitRemindedAt: null,
    humanToldAt: null,
    remindedAt: null,
    askedOnAt: null,
    closedAt: null,
    dueAt: null,
    events: [],
    receipts: [],
    owes: [],
  };
  const move = offerNext(bare, { set: {}, events: [{ kind: 'asked' }, ...labelledBy(sent)], tell: [] }, context);
  // The asker's preview turns into the case's card in place, whatever routing decides: no second message.
  const tell = [...move.tell.filter(({ to }) => to !== asker._id), { to: asker._id, manner: 'quiet' as const }];
  const { set, events, owes } = finish(bare, { ...move, tell }, context, bare.rev);
  return { ...bare, ...set, events, owes };
};

/** The journal keeps which labels the asker chose. */
const labelledBy = ({ labelled = {}, principle, topic }: Labels): Move['events'] => {
  const chosen = {
    ...(labelled.principle === 'asker' ? { principle } : {}),
    ...(labelled.topic === 'asker' ? { topic } : {}),
  };
  return Object.keys(chosen).length === 0 ? [] : [{ kind: 'labelled', ...chosen }];
};
