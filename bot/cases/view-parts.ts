import { certaintyOf } from '../routing/guess.ts';
import { suggestedDate } from './answering.ts';
import type { Case } from './case.ts';
import { CASE_VERBS } from './command.ts';
import { readableFrom } from './invitations.ts';
import { correctionsFor } from './labels.ts';
import { otherSide } from './move.ts';
import { forWhom } from './on-behalf.ts';
import { refusalFor } from './rules.ts';
import type { AnswerView, Passage, PassageView } from './said-views.ts';
import { talkWaits } from './talking.ts';
import type { Transit } from './transit.ts';
import { latestTransit } from './transit.ts';
import type { Turn } from './turn.ts';
import { answerTurns, firstReadable, latestTalk, lostTalk, turnViews } from './turn-view.ts';
import type { ViewContext, Window } from './view-context.ts';
import type { AskerView, Viewer } from './view-types.ts';

/** The parts that several views of a case share. */

export const heading = (c: Case) => ({
  id: c._id,
  rev: c.rev,
  number: c.number,
  turnCount: c.turns.length,
  eventCount: c.events.length,
});

export const words = (c: Case, part: Viewer, window: Window, context: ViewContext) => ({
  now: context.now,
  text: c.text,
  askedAt: c.askedAt,
  promisedAt: c.promisedAt,
  promise: c.promise,
  // A later agent's conversation begins where the earlier one's ends.
  opening: window.from <= firstReadable(c, part),
  turns: turnViews(c, part, window, context),
  may: CASE_VERBS.filter((verb) => refusalFor(c, verb, part, context.now) === null),
  todayDate: context.time.localDate(context.now),
});

export const between = (whole: Case, part: 'asker' | 'agent', context: ViewContext) => {
  const c = part === 'asker' ? whole : withoutEarlierAnswer(whole);
  return {
    answer: answer(c),
    ...(c.answer === null ? { answerTurn: null, earlierAnswers: [] } : answerTurns(c, part, context)),
    step: c.step,
    proposal: c.proposal ?? null,
    rating: c.rating,
    followUp: followUp(c),
    story: c.story ?? null,
    ...conversationWith(c, part, context),
  };
};

/** An agent who took the case over does not read an answer that they were not shown, nor what came of it. */
const withoutEarlierAnswer = (c: Case): Case => {
  const answeredAt = c.turns.findLastIndex(({ kind }) => kind === 'answer');
  const reads = c.answer !== null && answeredAt >= readableFrom(c);
  // A step that was agreed with an earlier agent is the asker's own business.
  return reads ? c : { ...c, answer: null, step: null, proposal: null, rating: null, followUp: null };
};

const conversationWith = (c: Case, part: 'asker' | 'agent', context: ViewContext) => ({
  next: c.turnOf === part ? ('you' as const) : ('other' as const),
  wrote: { you: hasWritten(c, part), other: hasWritten(c, otherSide(part)) },
  passage: passageView(c, part),
  talk: latestTalk(c, part, context),
  lostTalk: lostTalk(c, context.reader, context),
  reminded: c.remindedAt !== null,
  corrected: correctionsFor(c, part),
  talkWaits: talkWaits(c),
  closedAt: c.closedAt,
  citizenHears: c.citizenHears?.by ?? null,
  suggestedDate: suggestedDate(context),
});

const passageView = (c: Case, part: 'asker' | 'agent'): PassageView | null => {
  const latest = latestTransit(c, part);
  const passage = passageOf(latest?.transit ?? null, part === 'asker' || !c.anonymous);
  return latest === null || passage === null ? null : { ...passage, what: latest.turn.kind };
};

export const passageOf = (transit: Transit | null, mayName: boolean): Passage | null => {
  if (transit === null || transit.state === 'obsolete') return null;
  const { state, on } = transit;
  return state === 'waiting' ? { state, on: mayName ? (on ?? null) : null } : { state };
};

const hasWritten = (c: Case, side: Turn['by']): boolean => c.turns.slice(c.turnsFrom).some(({ by }) => by === side);

export const about = (c: Case) => ({
  principle: c.principle,
  topic: c.topic,
  certainty: certaintyOf(c),
  today: c.today,
  for: forWhom(c),
});

const answer = (c: Case): AnswerView | null =>
  c.answer && {
    outcome: c.answer.outcome,
    ground: c.answer.ground,
    alternative: c.answer.alternative,
    trial: c.answer.trial ?? null,
    owner: c.answer.owner ?? null,
  };

const followUp = ({ followUp: asked }: Case): AskerView['followUp'] =>
  asked === null || asked.askedAt === null ? null : { ...asked, askedAt: asked.askedAt };
