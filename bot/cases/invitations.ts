import type { PersonId } from '../ids.ts';
import type { Case, Invitation } from './case.ts';

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

/** Ends what is open: the case goes another way. Nothing to set where nobody was ever invited. */
export const withoutInvitations = (c: Invited): Pick<Case, 'invitations'> | Record<string, never> =>
  openInvitation(c) === null ? {} : { invitations: withOpen(c, { state: 'over' }) };

/** The colleague who was asked and has not answered yet. */
export const invitedColleague = (c: Invited): PersonId | null => {
  const open = openInvitation(c);
  return open?.state === 'colleague' ? open.to : null;
};

/** The first turn of the conversation that the case's agent may read. */
export const readableFrom = ({ readFrom, turnsFrom }: Pick<Case, 'readFrom' | 'turnsFrom'>): number =>
  readFrom ?? turnsFrom;

/** The first turn that somebody who was invited may read. */
export const shownFrom = (c: Pick<Case, 'readFrom' | 'turnsFrom' | 'turns'>, { show }: Invitation): number =>
  show === 'all' ? readableFrom(c) : c.turns.length;
