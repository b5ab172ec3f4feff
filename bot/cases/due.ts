import type { WorkingTime } from '../time/working-time.ts';
import type { Case } from './case.ts';
import { citizenDue } from './citizen-hears.ts';
import { followUpDue } from './follow-up-due.ts';
import { openIntroduction } from './introduction.ts';
import { openInvitation } from './invitations.ts';
import { openOffer } from './offer.ts';
import { silentAgentDue } from './silent-agent-times.ts';
import { strandedDue } from './stranded-times.ts';
import { quietSince } from './transit.ts';
import { wantsStory } from './wants-story.ts';

/** Working days of silence before a reminder, or before an answered case closes (docs/rules.md, "Quiet cases"). */
export const QUIET_DAYS = 10;

/** Since when an open case is quiet, with nobody asked about it; null when the quiet ends nothing. */
export const quietUntilNow = (c: Case): Date | null => {
  if (c.state === 'answered') return quietSince(c);
  return c.state === 'active' && c.askedOnAt === null ? (c.remindedAt ?? quietSince(c)) : null;
};

/** When the clock next has something to do for this case; null when only people can move it along. */
export const nextDue = (c: Case, time: WorkingTime): Date | null => {
  const times: Date[] = [];
  if (c.state === 'waiting' || c.state === 'active') {
    if (c.promise === 'open') times.push(c.promisedAt);
  }
  if (c.state === 'waiting') {
    const offer = openOffer(c);
    if (offer !== null) times.push(offer.until);
    // The asker refused the common list, or nobody could be asked: every tick looks for an agent.
    if (offer === null && (c.sharing === 'refused' || c.sharing === 'no')) times.push(c.askedAt);
    times.push(...strandedDue(c, time));
  }
  const invitation = openInvitation(c);
  if (invitation !== null) times.push(invitation.until);
  const introduction = openIntroduction(c);
  if (introduction !== null) times.push(introduction.until);
  const quietFrom = quietUntilNow(c);
  if (quietFrom !== null) times.push(time.addDays(quietFrom, QUIET_DAYS));
  const silent = silentAgentDue(c, time);
  if (silent !== null) times.push(silent);
  const citizen = citizenDue(c);
  if (citizen !== null) times.push(time.nextOpen(citizen));
  const followUp = followUpDue(c, time);
  if (followUp !== null) times.push(followUp);
  if (wantsStory(c) && c.followUp?.saidAt) times.push(c.followUp.saidAt);
  return times.length === 0 ? null : new Date(Math.min(...times.map((moment) => moment.getTime())));
};
