import type { PersonId } from '../ids.ts';
import type { Person } from '../people/person.ts';
import type { WorkingTime } from '../time/working-time.ts';
import { suggestedDate } from './answering.ts';
import type { Case, Offer } from './case.ts';
import { CASE_VERBS } from './command.ts';
import type { CaseNotice } from './notice.ts';
import type { CalendarLinks } from './port.ts';
import { openOffer, type Part, refusalFor } from './rules.ts';
import { talkWaits } from './talking.ts';
import { askerShown, turnViews } from './turn-view.ts';
import type {
  AgentView,
  AnswerView,
  AskerView,
  CaseView,
  HeldView,
  ListedView,
  OfferView,
  PastView,
  Viewer,
  WarningView,
} from './view.ts';

/** What a view may draw on: the people named in the case, the clock, and where a worry belongs. */
export type Viewing = {
  now: Date;
  time: WorkingTime;
  links: CalendarLinks;
  person(id: PersonId): Person | undefined;
  warn(text: string): WarningView | null;
  /** The units to choose from, when the reader is asked for theirs. */
  units: readonly string[] | null;
};

/** Which turns a message shows, by index; `to` is where a newer message takes over. */
export type Window = { from: number; to?: number };

/** A case as this person may see it now; null for whom it does not exist. Nothing leaves the bot but through here. */
export const caseNotice = (c: Case, part: Part, window: Window, at: Viewing): CaseNotice | null => {
  if (part === 'stranger') return null;
  const settled = window.to !== undefined;
  return { kind: 'case', settled, view: caseView(c, part, window, at) };
};

const caseView = (c: Case, part: Viewer, window: Window, at: Viewing): CaseView => {
  switch (part) {
    case 'asker':
      return askerView(c, window, at);
    case 'agent':
      return agentView(c, window, at);
    case 'offered': {
      const offer = openOffer(c);
      return offer === null ? pastView(c, at) : offerView(c, offer, window, at);
    }
    case 'listed':
      return listedView(c, window, at);
    case 'past':
      return pastView(c, at);
  }
};

const askerView = (c: Case, window: Window, at: Viewing): AskerView => {
  const offer = openOffer(c);
  return {
    ...heading(c),
    ...words(c, 'asker', window, at),
    ...between(c, 'asker', at),
    ...about(c),
    viewer: 'asker',
    state: c.state,
    anonymous: c.anonymous,
    leftBy: nameOfLeaver(c, at),
    units: c.state === 'waiting' ? at.units : null,
    agent: nameOfAgent(c, at),
    offer: offer && { agent: at.person(offer.agent)?.name ?? null, until: offer.until, why: offer.why },
    asked: c.offers.length - c.roundFrom,
    sharing: c.sharing,
    askedOn: c.askedOnAt !== null,
    warning: c.state === 'waiting' ? at.warn(c.text) : null,
  };
};

const agentView = (c: Case, window: Window, at: Viewing): AgentView | PastView => {
  switch (c.state) {
    case 'active':
    case 'answered':
    case 'closed':
      return heldView(c, c.state, window, at);
    case 'withdrawn':
      return { ...heading(c), viewer: 'agent', state: c.state, answer: answer(c) };
    case 'waiting':
      return pastView(c, at);
  }
};

const heldView = (c: Case, state: HeldView['state'], window: Window, at: Viewing): HeldView => ({
  ...heading(c),
  ...words(c, 'agent', window, at),
  ...between(c, 'agent', at),
  viewer: 'agent',
  state,
  asker: askerShown(c, at),
});

const offerView = (c: Case, { until, why }: Offer, window: Window, at: Viewing): OfferView => ({
  ...heading(c),
  ...words(c, 'offered', window, at),
  ...about(c),
  viewer: 'offered',
  asker: askerShown(c, at),
  offer: { until, why },
});

const listedView = (c: Case, window: Window, at: Viewing): ListedView => ({
  ...heading(c),
  ...words(c, 'listed', window, at),
  ...about(c),
  viewer: 'listed',
  asker: askerShown(c, at),
});

/** Whom the case has left no longer reads it on their living card. */
const pastView = (c: Case, at: Viewing): PastView => ({
  ...heading(c),
  viewer: 'past',
  state: c.state,
  agent: nameOfAgent(c, at),
});

const heading = (c: Case) => ({ id: c._id, rev: c.rev, number: c.number, said: c.turns.length });

const words = (c: Case, part: Viewer, window: Window, at: Viewing) => ({
  now: at.now,
  text: c.text,
  askedAt: c.askedAt,
  promisedAt: c.promisedAt,
  promise: c.promise,
  opening: window.from === 0,
  turns: turnViews(c, part, window, at),
  may: CASE_VERBS.filter((verb) => refusalFor(c, verb, part, at.now) === null),
  todayDate: at.time.localDate(at.now),
});

const between = (c: Case, part: 'asker' | 'agent', at: Viewing) => ({
  answer: answer(c),
  step: c.step,
  rating: c.rating,
  followUp: followUp(c),
  next: c.turnOf === part ? ('you' as const) : ('other' as const),
  reminded: c.remindedAt !== null,
  talkWaits: talkWaits(c),
  closedAt: c.closedAt,
  suggestedDate: suggestedDate(at),
});

const about = ({ principle, topic, today }: Case) => ({ principle, topic, today });

const answer = (c: Case): AnswerView | null =>
  c.answer && { outcome: c.answer.outcome, ground: c.answer.ground, alternative: c.answer.alternative };

const followUp = ({ followUp: asked }: Case): AskerView['followUp'] =>
  asked === null || asked.askedAt === null ? null : { ...asked, askedAt: asked.askedAt };

const nameOfAgent = (c: Case, at: Viewing): string | null =>
  c.agent === null ? null : (at.person(c.agent)?.name ?? null);

/** Who had the case and no longer works here, until somebody else takes it. */
const nameOfLeaver = (c: Case, at: Viewing): string | null => {
  if (c.state !== 'waiting') return null;
  const last = c.events.findLast(({ kind }) => kind === 'accepted' || kind === 'sent-on' || kind === 'agent-left');
  // To be one's own agent is nobody else's leaving.
  return last?.kind !== 'agent-left' || last.about === null || last.about === c.asker
    ? null
    : (at.person(last.about)?.name ?? '');
};
