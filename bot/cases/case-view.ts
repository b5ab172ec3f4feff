import type { PersonId } from '../ids.ts';
import { isAgent } from '../people/person.ts';
import type { Case } from './case.ts';
import { introducedView, introductionForAgent, introductionForAsker } from './introduction-view.ts';
import { askersCoAgent, askersInvitation, colleaguesOf, notesOf } from './invitation-view.ts';
import type { Invitation } from './invitations.ts';
import { helpIn, openInvitation } from './invitations.ts';
import type { EventKind } from './journal.ts';
import { type CaseNews, knownNews } from './news.ts';
import type { CaseNotice } from './notice.ts';
import type { Offer } from './offer.ts';
import { openOffer, wasAsked } from './offer.ts';
import type { Part } from './part.ts';
import { passOn } from './pass-on.ts';
import { transitOf } from './transit.ts';
import { askerShown, lostTalk } from './turn-view.ts';
import type { ViewContext, Window } from './view-context.ts';
import { about, between, heading, passageOf, words } from './view-parts.ts';
import type {
  AgentView,
  AskerView,
  CaseView,
  CoAgentView,
  HandedView,
  HeldView,
  InvitedView,
  ListedView,
  OfferView,
  PastView,
  Viewer,
} from './view-types.ts';

/** A case as this person may see it now; null for strangers. Every case that leaves the bot passes through here. */
export const caseNotice = (c: Case, part: Part, window: Window, context: ViewContext): CaseNotice | null => {
  if (part === 'stranger') return null;
  const settled = window.to !== undefined;
  const view = caseView(c, part, window, context);
  return view === null ? null : { kind: 'case', settled, why: newsNow(c, window), view };
};

const newsNow = (c: Case, { news }: Window): CaseNews =>
  news === undefined || (news.events !== undefined && news.events !== c.events.length)
    ? 'changed'
    : knownNews(news.why);

const caseView = (c: Case, part: Viewer, window: Window, context: ViewContext): CaseView | null => {
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
    case 'handed': {
      const invitation = openInvitation(c);
      return invitation === null ? pastView(c, context) : handedView(c, invitation, window, context);
    }
    case 'invited': {
      const invitation = openInvitation(c);
      return invitation === null ? pastView(c, context) : invitedView(c, invitation, window, context);
    }
    case 'co-agent':
      return coAgentView(c, window, context);
    case 'past':
      return pastView(c, context);
    case 'introduced':
      return introducedView(c, context);
  }
};

const askerView = (c: Case, window: Window, context: ViewContext): AskerView => {
  const offer = openOffer(c);
  const introduction = introductionForAsker(c, context);
  const seen = words(c, 'asker', window, context);
  const isBarred = introduction?.state === 'asked' && introduction.barrier !== null;
  return {
    ...heading(c),
    ...seen,
    may: seen.may.filter((verb) => !(isBarred && verb === 'accept-introduction')),
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
      why: offer.why,
      passage: passageOf(transitOf(c, 'offer', c.offers.indexOf(offer)), true),
    },
    asked: c.offers.slice(c.roundFrom).filter(wasAsked).length,
    sharing: c.sharing,
    humanTold: c.humanToldAt !== null,
    askedOn: c.askedOnAt !== null,
    invitation: askersInvitation(c, context),
    introduction,
    passOn: passOn(c, context),
    coAgent: askersCoAgent(c, context),
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
      return { ...heading(c), viewer: 'agent', state: c.state, lostTalk: lostTalk(c, context.reader, context) };
    case 'waiting':
      return pastView(c, context);
  }
};

const heldView = (c: Case, state: HeldView['state'], window: Window, context: ViewContext): HeldView => ({
  ...heading(c),
  ...words(c, 'agent', window, context),
  ...between(c, 'agent', context),
  ...about(c),
  viewer: 'agent',
  state,
  asker: askerShown(c, context),
  colleagues: colleaguesOf(c, context),
  introduction: introductionForAgent(c, context),
});

const offerView = (c: Case, offer: Offer, window: Window, context: ViewContext): OfferView => ({
  ...heading(c),
  ...words(c, 'offered', window, context),
  ...about(c),
  viewer: 'offered',
  asker: askerShown(c, context),
  offer: { until: offer.until, why: offer.why, pair: pairShown(offer, context) },
});

/** Nobody is suggested who is no agent any more. */
const pairShown = ({ pair }: Offer, { person }: ViewContext): OfferView['offer']['pair'] => {
  if (pair === undefined) return null;
  const who = pair.agent === null ? undefined : person(pair.agent);
  return { needs: pair.needs, name: who !== undefined && isAgent(who) && who.left === null ? who.name : null };
};

const listedView = (c: Case, window: Window, context: ViewContext): ListedView => ({
  ...heading(c),
  ...words(c, 'listed', window, context),
  ...about(c),
  viewer: 'listed',
  asker: askerShown(c, context),
});

const coAgentView = (c: Case, window: Window, context: ViewContext): CoAgentView | PastView => {
  const help = helpIn(c);
  if (help === null || c.state === 'waiting' || c.state === 'withdrawn') return pastView(c, context);
  return {
    ...heading(c),
    ...words(c, 'co-agent', window, context),
    ...about(c),
    viewer: 'co-agent',
    state: c.state,
    asker: askerShown(c, context),
    agent: nameOfAgent(c, context),
    notes: notesOf(c, context),
    show: help.show ?? 'dilemma',
  };
};

const invitedView = (c: Case, { until }: Invitation, window: Window, context: ViewContext): InvitedView => ({
  ...heading(c),
  ...words(c, 'invited', window, context),
  ...about(c),
  viewer: 'invited',
  asker: askerShown(c, context),
  agent: nameOfAgent(c, context),
  until,
});

const handedView = (c: Case, { reason, until }: Invitation, window: Window, context: ViewContext): HandedView => ({
  ...heading(c),
  ...words(c, 'handed', window, context),
  ...about(c),
  viewer: 'handed',
  asker: askerShown(c, context),
  agent: nameOfAgent(c, context),
  reason,
  until,
});

/** The living card of somebody who no longer has a part in the case: it no longer shows the text. */
const pastView = (c: Case, context: ViewContext): PastView => ({
  ...heading(c),
  viewer: 'past',
  state: c.state,
  agent: nameOfAgent(c, context),
  said: saidBy(c, context.reader),
  lostTalk: lostTalk(c, context.reader, context),
});

const isPast = (state: Invitation['state'] | undefined): boolean => state === 'over' || state === 'declined';

const saidBy = ({ offers, invitations = [] }: Case, reader: PersonId): PastView['said'] => {
  const last = offers.findLast(({ agent }) => agent === reader);
  if (last?.handedOver && last.state === 'declined') return 'not-over';
  const state = last?.state;
  if (state === undefined && isPast(invitations.findLast(({ to }) => to === reader)?.state)) return 'not-over';
  return state === 'declined' ? 'no' : state === 'given-back' ? 'gave-back' : null;
};

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
