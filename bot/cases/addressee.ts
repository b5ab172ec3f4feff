import type { CaseId, PersonId } from '../ids.ts';
import type { Person } from '../people/person.ts';
import { isReachable } from '../people/reachable.ts';
import type { Platform } from '../platform.ts';
import { type Carrier, carrierOf } from './carry-words.ts';
import type { Case } from './case.ts';
import type { OpenTalk } from './open-talks.ts';
import type { Passage } from './said-views.ts';
import { latestTalkOf } from './talk-proposed.ts';
import { latestTransit, transitOf } from './transit.ts';
import type { Turn } from './turn.ts';
import { passageOf } from './view-parts.ts';

/** Who gets the words, as their writer may see them. `nobody`: no colleague has the case yet, so they are kept in it. */
export type Hearer = { as: 'named'; name: string } | { as: 'anonymous' } | { as: 'nobody' };

/** Whom words from the chat may go to. `offered`: the case is offered to the writer, who may answer with them. */
export type Addressee = {
  id: CaseId;
  number: number;
  hearer: Hearer;
  does: Carrier | 'keep' | 'answer-offer';
  /** When the talk is that a yes accepts. Null when it has no time, and for everything that is not such a yes. */
  start: Date | null;
  /** They cannot be reached now. Never told of an anonymous asker but by what became of earlier words. */
  outOfReach: boolean;
};

/** What became of words that were sent from the chat. */
export type Sent = {
  hearer: Hearer;
  kind: Turn['kind'];
  passage: Passage | null;
  /** When the talk is that they agreed to; null when it has no time, or they agreed to none. */
  start: Date | null;
};

type Context = { now: Date; platforms: readonly Platform[]; person(id: PersonId): Person | undefined };

export const addresseeOf = (talk: OpenTalk, text: string, context: Context): Addressee => {
  const { case: c, part } = talk;
  const does = c.agent === null ? 'keep' : carrierOf(talk, text, context.now);
  const start = does === 'accept-talk' ? (latestTalkOf(c)?.talk.start ?? null) : null;
  const hearer = hearerOf(talk, context);
  return { id: c._id, number: c.number, hearer, does, start, outOfReach: isOutOfReach(talk, part, hearer, context) };
};

/** While nobody has the case the answer is for its asker, else for the agent who asks them to take part. */
export const offeredTo = (c: Case, context: Context): Addressee => ({
  id: c._id,
  number: c.number,
  hearer: hearerOf({ case: c, part: c.agent === null ? 'agent' : 'asker' }, context),
  does: 'answer-offer',
  start: null,
  outOfReach: false,
});

/** What became of a person's words in a case; null when they are no longer there, or nobody of that name is. */
export const sentIn = (talk: OpenTalk, index: number, context: Context): Sent | null => {
  const turn = talk.case.turns[index];
  if (turn === undefined) return null;
  const { case: c, part } = talk;
  const passage = passageOf(transitOf(c, 'turn', index), part === 'asker' || !c.anonymous);
  const start = turn.kind === 'talk-accepted' ? (latestTalkOf(c)?.talk.start ?? null) : null;
  return { hearer: hearerOf(talk, context), kind: turn.kind, passage, start };
};

const hearerOf = ({ case: c, part }: OpenTalk, context: Context): Hearer => {
  if (part === 'agent') return askerOf(c, context);
  const agent = c.agent === null ? undefined : context.person(c.agent);
  return agent === undefined ? { as: 'nobody' } : { as: 'named', name: agent.name };
};

const askerOf = (c: Case, { person }: Context): Hearer => {
  const asker = c.anonymous ? undefined : person(c.asker);
  return asker === undefined ? { as: 'anonymous' } : { as: 'named', name: asker.name };
};

const isOutOfReach = (
  { case: c }: OpenTalk,
  part: OpenTalk['part'],
  hearer: Hearer,
  { platforms, person }: Context,
): boolean => {
  if (hearer.as === 'nobody') return false;
  const state = latestTransit(c, part)?.transit.state;
  if (state === 'undeliverable' || state === 'failed') return true;
  const other = part === 'agent' ? c.asker : c.agent;
  const known = hearer.as === 'named' && other !== null ? person(other) : undefined;
  return known !== undefined && !isReachable(known, platforms);
};
