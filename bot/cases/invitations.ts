import type { PersonId } from '../ids.ts';
import type { Masked } from '../privacy/mask.ts';
import type { Case } from './case.ts';

/**
 * An agent asks a colleague to take the case over, or to help as a co-agent. The asker says first what the colleague may
 * read. Every one is kept, the latest last; only the last can still be answered.
 */
export type Invitation = {
  for: 'hand-over' | 'co-agent';
  to: PersonId;
  by: PersonId;
  at: Date;
  /** Until then it waits: for the asker, or for the colleague. */
  until: Date;
  /** Why a case is handed over, in the agent's words: for the asker and the colleague. */
  reason: Masked;
  /** What the colleague may read of the conversation; null while the asker is asked. */
  show: 'all' | 'dilemma' | null;
  /** Whose answer it waits for, or what became of it. `over`: nobody took it up, or a co-agent helps no more. */
  state: 'asker' | 'colleague' | 'accepted' | 'declined' | 'over';
};

type Invited = Pick<Case, 'invitations'>;

/** The invitation that waits for an answer; null when none does. */
export const openInvitation = ({ invitations = [] }: Invited): Invitation | null => {
  const last = invitations.at(-1);
  return last?.state === 'asker' || last?.state === 'colleague' ? last : null;
};

/** The same invitations, with the open one changed. */
export const withOpen = (c: Invited, change: Partial<Invitation>): Invitation[] => {
  const open = openInvitation(c);
  return (c.invitations ?? []).map((one) => (one === open ? { ...one, ...change } : one));
};

/** Ends what is open: nobody is asked any more. Nothing to set where nobody was. */
export const withoutInvitations = (c: Invited): Invited =>
  openInvitation(c) === null ? {} : { invitations: withOpen(c, { state: 'over' }) };

/** Whoever helps the agent helps no more. */
export const withoutCoAgent = ({ invitations }: Invited): Invited =>
  invitations === undefined
    ? {}
    : { invitations: invitations.map((one) => (isHelp(one) ? { ...one, state: 'over' } : one)) };

/** Nobody is asked, and nobody helps: the case goes another way. */
export const withoutColleagues = (c: Invited): Invited => withoutCoAgent({ ...c, ...withoutInvitations(c) });

const isHelp = (one: Invitation): boolean => one.for === 'co-agent' && one.state === 'accepted';

/** The colleague who helps the agent; null when nobody does. */
export const coAgentOf = (c: Pick<Case, 'invitations' | 'agent' | 'asker'>): PersonId | null => {
  const to = helpIn(c)?.to ?? null;
  // After linking accounts they can turn out to be the agent, or the asker.
  return to === c.agent || to === c.asker ? null : to;
};

/** The invitation by which somebody helps the agent; null when nobody does. */
export const helpIn = ({ invitations = [] }: Invited): Invitation | null => invitations.findLast(isHelp) ?? null;

/** The colleague who was asked and has not answered yet. */
export const invitedColleague = (c: Invited, what?: Invitation['for']): PersonId | null => {
  const open = openInvitation(c);
  return open?.state === 'colleague' && (what ?? open.for) === open.for ? open.to : null;
};

/** Whoever reads along besides the two: who is asked, and who helps. */
export const colleaguesIn = (c: Pick<Case, 'invitations' | 'agent' | 'asker'>): (PersonId | null)[] => [
  invitedColleague(c),
  coAgentOf(c),
];

/** The first turn of the conversation that the case's agent may read. */
export const readableFrom = ({ readFrom, turnsFrom }: Pick<Case, 'readFrom' | 'turnsFrom'>): number =>
  readFrom ?? turnsFrom;

/** The first turn that somebody who was invited may read. */
export const shownFrom = (c: Pick<Case, 'readFrom' | 'turnsFrom' | 'turns'>, { show }: Invitation): number =>
  show === 'all' ? readableFrom(c) : c.turns.length;
