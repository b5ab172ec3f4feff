import type { PersonChoice } from '../card-fields.ts';
import type { PersonId } from '../ids.ts';
import { agentMeant } from '../people/agent-meant.ts';
import { type Masked, NO_WORDS } from '../privacy/mask.ts';
import { Refusal } from '../refusal.ts';
import type { Case } from './case.ts';
import type { MeasuredCommand } from './command.ts';
import type { Invitation } from './invitations.ts';
import { openInvitation, shownFrom, withOpen } from './invitations.ts';
import type { EventKind } from './journal.ts';
import { type Circumstances, type Move, pingAll, type Telling, updateAll } from './move.ts';
import { offerEnd } from './promise.ts';
import { isShutOut } from './shut-out.ts';

/** Working minutes in which the asker says what the colleague may read (docs/rules.md, "Handing a case over"). */
const ASKER_MINUTES = 240;

const EVENTS = {
  'hand-over': { asked: 'hand-over-asked', offered: 'hand-over-offered', ended: 'hand-over-ended' },
  'co-agent': { asked: 'co-agent-asked', offered: 'co-agent-offered', ended: 'co-agent-ended' },
} as const satisfies Record<Invitation['for'], Record<string, EventKind>>;

const NEWS = {
  'hand-over': { asked: 'hand-over-asked', offered: 'handed', ended: 'stays-with-you' },
  'co-agent': { asked: 'invitation-asked', offered: 'invited', ended: 'invitation-ended' },
} as const;

/** The agent asks a colleague to take the case over; the asker is asked first what they may read. */
export const handOver = (
  c: Case,
  { agent, reason }: MeasuredCommand<'hand-over'>,
  actor: PersonId,
  context: Circumstances,
): Move => invite(c, { for: 'hand-over', agent, reason }, actor, context);

/** The agent asks a colleague to help them; the asker is asked first what they may read. */
export const inviteCoAgent = (
  c: Case,
  { agent }: MeasuredCommand<'invite-co-agent'>,
  actor: PersonId,
  context: Circumstances,
): Move => invite(c, { for: 'co-agent', agent, reason: NO_WORDS }, actor, context);

type Wish = { for: Invitation['for']; agent: PersonChoice; reason: Masked };

const invite = (c: Case, wish: Wish, actor: PersonId, context: Circumstances): Move => {
  const to = colleagueMeant(c, wish, actor, context);
  const { now, time } = context;
  const invitation: Invitation = {
    for: wish.for,
    to,
    by: actor,
    at: now,
    until: time.promise(now, ASKER_MINUTES),
    reason: wish.reason,
    show: null,
    state: 'asker',
  };
  return {
    set: { invitations: [...(c.invitations ?? []), invitation] },
    events: [{ kind: EVENTS[wish.for].asked, about: to }],
    tell: [...pingAll([c.asker], NEWS[wish.for].asked), ...updateAll([actor])],
  };
};

/**
 * Whoever may not get the case is refused at once when the asker is named. When the asker is anonymous, a refusal would
 * tell who asks: the colleague is taken like any other, and only never hears of it (docs/rules.md, "Anonymity").
 */
const colleagueMeant = (c: Case, wish: Wish, actor: PersonId, context: Circumstances): PersonId => {
  const { agents, names, managers } = context;
  const to = agentMeant(
    wish.agent,
    agents.map(({ id }) => ({ id, name: names.get(id) ?? '' })),
    'agent',
  );
  if (to === actor) throw new Refusal('not-yourself', null, 'agent');
  if (!isHere(to, context)) throw new Refusal('colleague-away', names.get(to) ?? null, 'agent');
  if (!c.anonymous && isShutOut(c, { for: wish.for, to }, managers))
    throw new Refusal('not-for-colleague', names.get(to) ?? null, 'agent');
  return to;
};

/** Whether they are an agent who works now and can be written to: the same for every case. */
const isHere = (id: PersonId, { agents }: Circumstances): boolean =>
  agents.some((agent) => agent.id === id && agent.reachable && !agent.absent);

/** The asker says what the colleague may read. A no leaves the case as it is. */
export const answerInvitation = (
  c: Case,
  { show }: MeasuredCommand<'answer-hand-over' | 'answer-invitation'>,
  context: Circumstances,
): Move => (show === 'no' ? endInvitation(c, 'over', context) : askColleague(c, show, context));

/** The colleague is asked, unless they are not here any more. */
const askColleague = (c: Case, show: 'all' | 'dilemma', context: Circumstances): Move => {
  const open = invitationIn(c);
  if (!isHere(open.to, context)) return endInvitation(c, 'over', context);
  const asked: Invitation = { ...open, show, state: 'colleague', until: offerEnd(c.today, context) };
  const heard: Telling[] = isShutOut(c, open, context.managers)
    ? []
    : [{ to: open.to, manner: 'ping', why: NEWS[open.for].offered, from: shownFrom(c, asked) }];
  return {
    set: { invitations: withOpen(c, asked) },
    events: [{ kind: EVENTS[open.for].offered, about: open.to }],
    tell: [...updateAll([c.asker, c.agent]), ...heard],
  };
};

/** The case stays as it was, whoever said no, and whether anybody did. Asker and agent read no reason. */
export const endInvitation = (
  c: Case,
  state: 'declined' | 'over',
  { managers }: Pick<Circumstances, 'managers'>,
): Move => {
  const open = invitationIn(c);
  const knew = open.show !== null && !isShutOut(c, open, managers) ? [open.to] : [];
  return {
    set: { invitations: withOpen(c, { state }) },
    events: [{ kind: EVENTS[open.for].ended, about: open.to }],
    tell: [...pingAll([c.agent], NEWS[open.for].ended), ...updateAll([c.asker, ...knew])],
  };
};

/**
 * The clock: without an answer from the asker, a case goes on to whoever is to take it over, with the dilemma alone,
 * and nobody else is invited. Without one from the colleague it ends.
 */
export const expireInvitation = (c: Case, context: Circumstances): Move => {
  const open = invitationIn(c);
  return open.state === 'asker' && open.for === 'hand-over'
    ? askColleague(c, 'dilemma', context)
    : endInvitation(c, 'over', context);
};

/** The invitation that waits. @throws Refusal when none does */
export const invitationIn = (c: Case): Invitation => {
  const open = openInvitation(c);
  if (open === null) throw new Refusal('no-colleague-question');
  return open;
};
