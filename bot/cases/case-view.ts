import type { PersonId } from '../ids.ts';
import type { Person } from '../people/person.ts';
import type { WorkingTime } from '../time/working-time.ts';
import { suggestedDate } from './answering.ts';
import type { Case, EventKind, Offer, Transit, Turn } from './case.ts';
import { CASE_VERBS } from './command.ts';
import { otherSide } from './move.ts';
import { type CaseNews, knownNews } from './news.ts';
import type { CaseNotice } from './notice.ts';
import { wasAsked } from './offers.ts';
import type { CalendarLinks } from './port.ts';
import { openOffer, type Part, refusalFor } from './rules.ts';
import { talkWaits } from './talking.ts';
import { latestTransit, transitOf } from './transit.ts';
import { askerShown, latestTalk, turnViews } from './turn-view.ts';
import type {
  AgentView,
  AnswerView,
  AskerView,
  CaseView,
  HeldView,
  ListedView,
  OfferView,
  Passage,
  PassageView,
  PastView,
  Viewer,
  WarningView,
} from './view-types.ts';

/** What a view is made from, besides the case: the people in it, the clock, and where a worry belongs. */
export type ViewContext = {
  now: Date;
  time: WorkingTime;
  links: CalendarLinks;
  /** Undefined for erased people. */
  person(id: PersonId): Person | undefined;
  /** Who reads the card. */
  reader: PersonId;
  warn(text: string): WarningView | null;
  /** The units to choose from; null when the reader is not asked for theirs. */
  units: readonly string[] | null;
};

/**
 * What a message shows: the turns from `from` up to `to`, where a newer message takes over, and its news. A card that is
 * updated keeps its news until something else has happened: `events` is how many things had happened by then.
 */
export type Window = { from: number; to?: number; news?: { why: string; events?: number } | undefined };

/** A case as this person may see it now; null for strangers. Every case that leaves the bot passes through here. */
export const caseNotice = (c: Case, part: Part, window: Window, context: ViewContext): CaseNotice | null => {
  if (part === 'stranger') return null;
  const settled = window.to !== undefined;
  return { kind: 'case', settled, why: newsNow(c, window), view: caseView(c, part, window, context) };
};

const newsNow = (c: Case, { news }: Window): CaseNews =>
  news === undefined || (news.events !== undefined && news.events !== c.events.length)
    ? 'changed'
    : knownNews(news.why);

const caseView = (c: Case, part: Viewer, window: Window, context: ViewContext): CaseView => {
  switch (part) {
    case 'asker':
      return askerView(c, window, context);
    case 'agent':
      return agentView(c, window, context);
    case 'offered': {
      const offer = openOffer(c);
      return offer === null ? pastView(c, context) : offerView(c, offer, window, context);
    }
    case 'listed':
      return listedView(c, window, context);
    case 'past':
      return pastView(c, context);
  }
};

const askerView = (c: Case, window: Window, context: ViewContext): AskerView => {
  const offer = openOffer(c);
  return {
    ...heading(c),
    ...words(c, 'asker', window, context),
    ...between(c, 'asker', context),
    ...about(c),
    viewer: 'asker',
    state: c.state,
    anonymous: c.anonymous,
    before: agentBefore(c, context),
    units: c.state === 'waiting' ? context.units : null,
    agent: nameOfAgent(c, context),
    offer: offer && {
      agent: context.person(offer.agent)?.name ?? null,
      until: offer.until,
      why: offer.why,
      passage: passageOf(transitOf(c, 'offer', c.offers.indexOf(offer)), true),
    },
    asked: c.offers.slice(c.roundFrom).filter(wasAsked).length,
    sharing: c.sharing,
    humanTold: c.humanToldAt !== null,
    askedOn: c.askedOnAt !== null,
    warning: c.state === 'waiting' ? context.warn(c.text) : null,
  };
};

const agentView = (c: Case, window: Window, context: ViewContext): AgentView | PastView => {
  switch (c.state) {
    case 'active':
    case 'answered':
    case 'closed':
      return heldView(c, c.state, window, context);
    case 'withdrawn':
      return { ...heading(c), viewer: 'agent', state: c.state, answer: answer(c) };
    case 'waiting':
      return pastView(c, context);
  }
};

const heldView = (c: Case, state: HeldView['state'], window: Window, context: ViewContext): HeldView => ({
  ...heading(c),
  ...words(c, 'agent', window, context),
  ...between(c, 'agent', context),
  // A step that was agreed with an earlier agent is the asker's own business.
  step: c.answer === null ? null : c.step,
  proposal: c.answer === null ? null : (c.proposal ?? null),
  viewer: 'agent',
  state,
  asker: askerShown(c, context),
});

const offerView = (c: Case, { until, why }: Offer, window: Window, context: ViewContext): OfferView => ({
  ...heading(c),
  ...words(c, 'offered', window, context),
  ...about(c),
  viewer: 'offered',
  asker: askerShown(c, context),
  offer: { until, why },
});

const listedView = (c: Case, window: Window, context: ViewContext): ListedView => ({
  ...heading(c),
  ...words(c, 'listed', window, context),
  ...about(c),
  viewer: 'listed',
  asker: askerShown(c, context),
});

/** The living card of somebody who no longer has a part in the case: it no longer shows the text. */
const pastView = (c: Case, context: ViewContext): PastView => ({
  ...heading(c),
  viewer: 'past',
  state: c.state,
  agent: nameOfAgent(c, context),
  said: saidBy(c, context.reader),
});

const saidBy = ({ offers }: Case, reader: PersonId): PastView['said'] => {
  const state = offers.findLast(({ agent }) => agent === reader)?.state;
  return state === 'declined' ? 'no' : state === 'given-back' ? 'gave-back' : null;
};

const heading = (c: Case) => ({
  id: c._id,
  rev: c.rev,
  number: c.number,
  turnCount: c.turns.length,
  eventCount: c.events.length,
});

const words = (c: Case, part: Viewer, window: Window, context: ViewContext) => ({
  now: context.now,
  text: c.text,
  askedAt: c.askedAt,
  promisedAt: c.promisedAt,
  promise: c.promise,
  // A later agent's conversation begins where the earlier one's ends.
  opening: window.from <= (part === 'asker' ? 0 : c.turnsFrom),
  turns: turnViews(c, part, window, context),
  may: CASE_VERBS.filter((verb) => refusalFor(c, verb, part, context.now) === null),
  todayDate: context.time.localDate(context.now),
});

const between = (c: Case, part: 'asker' | 'agent', context: ViewContext) => ({
  answer: answer(c),
  step: c.step,
  proposal: c.proposal ?? null,
  rating: c.rating,
  followUp: followUp(c),
  next: c.turnOf === part ? ('you' as const) : ('other' as const),
  wrote: { you: hasWritten(c, part), other: hasWritten(c, otherSide(part)) },
  passage: passageView(c, part),
  talk: latestTalk(c, part, context),
  reminded: c.remindedAt !== null,
  talkWaits: talkWaits(c),
  closedAt: c.closedAt,
  suggestedDate: suggestedDate(context),
});

const passageView = (c: Case, part: 'asker' | 'agent'): PassageView | null => {
  const latest = latestTransit(c, part);
  const passage = passageOf(latest?.transit ?? null, part === 'asker' || !c.anonymous);
  return latest === null || passage === null ? null : { ...passage, what: latest.turn.kind };
};

const passageOf = (transit: Transit | null, mayName: boolean): Passage | null => {
  if (transit === null || transit.state === 'obsolete') return null;
  const { state, on } = transit;
  return state === 'waiting' ? { state, on: mayName ? (on ?? null) : null } : { state };
};

const hasWritten = (c: Case, side: Turn['by']): boolean => c.turns.slice(c.turnsFrom).some(({ by }) => by === side);

const about = ({ principle, topic, today }: Case) => ({ principle, topic, today });

const answer = (c: Case): AnswerView | null =>
  c.answer && { outcome: c.answer.outcome, ground: c.answer.ground, alternative: c.answer.alternative };

const followUp = ({ followUp: asked }: Case): AskerView['followUp'] =>
  asked === null || asked.askedAt === null ? null : { ...asked, askedAt: asked.askedAt };

const nameOfAgent = (c: Case, context: ViewContext): string | null =>
  c.agent === null ? null : (context.person(c.agent)?.name ?? null);

const LEAVINGS = { 'agent-left': 'leave', 'given-back': 'give-back' } as const;
const isLeaving = (kind: EventKind): kind is keyof typeof LEAVINGS => Object.hasOwn(LEAVINGS, kind);

/** The agent who had the case and no longer has it, until somebody else takes it. */
const agentBefore = (c: Case, context: ViewContext): AskerView['before'] => {
  if (c.state !== 'waiting') return null;
  const last = c.events.findLast(({ kind }) => kind === 'accepted' || kind === 'sent-on' || isLeaving(kind));
  const who = last?.about ?? last?.by ?? null;
  // After linking accounts, the asker can turn out to be their own agent. Then nobody left.
  if (last === undefined || !isLeaving(last.kind) || who === null || who === c.asker) return null;
  return { agent: context.person(who)?.name ?? '', did: LEAVINGS[last.kind] };
};
