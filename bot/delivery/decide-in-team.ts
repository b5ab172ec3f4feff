import type { Platform } from '../platform.ts';
import type { Moment, NoMessage } from './decide.ts';

/** `moment` tells whether the weekly principle still wants the message; null when the channel is no longer known. */
export type TeamFacts = { moment: Moment | null; platform: Platform; configured: boolean };

/** Decides what to do with a message to a team's channel. */
export const decideInTeam = ({ moment, platform, configured }: TeamFacts): NoMessage | { kind: 'post' } => {
  if (moment === null) return { kind: 'obsolete' };
  if (moment.kind !== 'now') return moment;
  return configured
    ? { kind: 'post' }
    : { kind: 'undeliverable', outcome: 'unreachable', reason: `${platform} is no longer configured` };
};
