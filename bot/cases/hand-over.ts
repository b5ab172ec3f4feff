import type { AgentChoice } from '../card-fields.ts';
import type { PersonId } from '../ids.ts';
import { agentMeant } from '../people/agent-meant.ts';
import { Refusal } from '../refusal.ts';
import type { Case, Invitation, Offer } from './case.ts';
import type { MeasuredCommand } from './command.ts';
import { openInvitation, readableFrom, shownFrom, withOpen } from './invitations.ts';
import { type Circumstances, type Move, pingAll, type Telling, updateAll } from './move.ts';
import { offerEnd, promiseTime } from './promise.ts';
import { saidNo } from './rules.ts';

/** Working minutes in which the asker says what the colleague may read (docs/rules.md, "Handing a case over"). */
const ASKER_MINUTES = 240;

/** The agent asks a colleague to take the case over; the asker is asked first what they may read. */
export const handOver = (
  c: Case,
  { agent, reason }: MeasuredCommand<'hand-over'>,
  actor: PersonId,
  context: Circumstances,
): Move => {
  const to = colleagueMeant(c, agent, actor, context);
  const { now, time } = context;
  const until = time.promise(now, ASKER_MINUTES);
  const invitation: Invitation = {
    for: 'hand-over',
    to,
    by: actor,
    at: now,
    until,
    reason,
    show: null,
    state: 'asker',
  };
  return {
    set: { invitations: [...(c.invitations ?? []), invitation] },
    events: [{ kind: 'hand-over-asked', about: to }],
    tell: [...pingAll([c.asker], 'hand-over-asked'), ...updateAll([actor])],
  };
};

/**
 * Whoever may not get the case is refused at once when the asker is named. When the asker is anonymous, a refusal would
 * tell who asks: the colleague is taken like any other, and only never hears of it (docs/rules.md, "Anonymity").
 */
const colleagueMeant = (c: Case, choice: AgentChoice, actor: PersonId, context: Circumstances): PersonId => {
  const { agents, names } = context;
  const to = agentMeant(
    choice,
    agents.map(({ id }) => ({ id, name: names.get(id) ?? '' })),
    'agent',
  );
  if (to === actor) throw new Refusal('not-yourself', null, 'agent');
  if (!isHere(to, context)) throw new Refusal('colleague-away', names.get(to) ?? null, 'agent');
  if (!c.anonymous && isShutOut(c, to, context)) throw new Refusal('not-for-colleague', names.get(to) ?? null, 'agent');
  return to;
};

/** Whether they are an agent who works now and can be written to: the same for every case. */
const isHere = (id: PersonId, { agents }: Circumstances): boolean =>
  agents.some((agent) => agent.id === id && agent.reachable && !agent.absent);

/** Whether a colleague may not get this case: they ask themselves, are a stranger to it, or have said no to it. */
const isShutOut = (c: Case, id: PersonId, { managers }: Circumstances): boolean =>
  id === c.asker || managers.has(id) || saidNo(c.offers, id);

/** The asker says what the colleague may read. A no leaves the case with its agent. */
export const answerHandOver = (
  c: Case,
  { show }: MeasuredCommand<'answer-hand-over'>,
  context: Circumstances,
): Move => {
  if (show !== 'no') return askColleague(c, show, context);
  return endInvitation(c, 'over', context);
};

/** The colleague is asked, unless they are not here any more. */
const askColleague = (c: Case, show: 'all' | 'dilemma', context: Circumstances): Move => {
  const open = invitationIn(c);
  if (!isHere(open.to, context)) return endInvitation(c, 'over', context);
  const asked: Invitation = { ...open, show, state: 'colleague', until: offerEnd(c.today, context) };
  const heard: Telling[] = isShutOut(c, open.to, context)
    ? []
    : [{ to: open.to, manner: 'ping', why: 'handed', from: shownFrom(c, asked) }];
  return {
    set: { invitations: withOpen(c, asked) },
    events: [{ kind: 'hand-over-offered', about: open.to }],
    tell: [...updateAll([c.asker, c.agent]), ...heard],
  };
};

/** The case stays with its agent, whoever said no, and whether anybody did. Asker and agent read no reason. */
const endInvitation = (c: Case, state: 'declined' | 'over', context: Circumstances): Move => {
  const { to, show } = invitationIn(c);
  const knew = show !== null && !isShutOut(c, to, context) ? [to] : [];
  return {
    set: { invitations: withOpen(c, { state }) },
    events: [{ kind: 'hand-over-ended', about: to }],
    tell: [...pingAll([c.agent], 'stays-with-you'), ...updateAll([c.asker, ...knew])],
  };
};

/** Ends an invitation that nobody can answer any more. */
export const dropInvitation = (c: Case, context: Circumstances): Move => endInvitation(c, 'over', context);

/** The clock: without an answer from the asker the colleague is asked, with the dilemma alone; after that it ends. */
export const expireInvitation = (c: Case, context: Circumstances): Move =>
  invitationIn(c).state === 'asker' ? askColleague(c, 'dilemma', context) : endInvitation(c, 'over', context);

/** The colleague does not take the case. It is no case that they let go: routing did not ask. */
export const declineHandOver = (
  c: Case,
  { reason }: MeasuredCommand<'decline-case'>,
  actor: PersonId,
  context: Circumstances,
): Move => {
  const move = endInvitation(c, 'declined', context);
  return { ...move, set: { ...move.set, offers: [...c.offers, asOffer(actor, context, 'declined', reason)] } };
};

/**
 * The colleague takes the case over. They read what the asker allowed; the conversation with them begins here, with a
 * new promise when the earlier one was kept or missed.
 */
export const acceptHandOver = (
  c: Case,
  { text }: MeasuredCommand<'accept-case'>,
  actor: PersonId,
  context: Circumstances,
): Move => {
  const { show } = invitationIn(c);
  const isActive = c.state === 'active' || Boolean(text);
  const promised = { promise: 'open', promisedAt: promiseTime(c.today, context) } as const;
  return {
    set: {
      agent: actor,
      offers: [...c.offers, asOffer(actor, context, 'accepted')],
      invitations: withOpen(c, { state: 'accepted' }),
      turnsFrom: c.turns.length,
      readFrom: show === 'all' ? readableFrom(c) : null,
      wordAt: context.now,
      remindedAt: null,
      askedOnAt: null,
      ...(isActive ? { state: 'active', turnOf: text?.includes('?') ? 'asker' : 'agent' } : {}),
      ...(isActive && !text && c.promise !== 'open' ? promised : {}),
    },
    ...(text ? { turn: { by: 'agent', who: actor, kind: 'reply', text } } : {}),
    events: [{ kind: 'handed-over', ...(c.agent === null ? {} : { about: c.agent }) }, { kind: 'accepted' }],
    tell: [
      text
        ? { to: c.asker, manner: 'ping', why: 'word', from: c.turns.length }
        : { to: c.asker, manner: 'quiet', why: 'handed-over' },
      ...updateAll([actor, c.agent]),
    ],
  };
};

const asOffer = (
  agent: PersonId,
  { now }: Circumstances,
  state: 'accepted' | 'declined',
  declined: Offer['declined'] = null,
): Offer => ({ agent, at: now, until: now, state, why: null, declined, handedOver: true });

const invitationIn = (c: Case): Invitation => {
  const open = openInvitation(c);
  if (open === null) throw new Refusal('no-colleague-question');
  return open;
};
