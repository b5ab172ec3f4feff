import type { Platform } from '../platform.ts';
import type { Moment, NoMessage } from './decide.ts';

/** `moment`: what the weekly principle says of this moment. Null: nobody knows the channel any more. */
export type TeamFacts = { moment: Moment | null; platform: Platform; configured: boolean };

/** What becomes of a message to a team's channel. */
export const decideInTeam = ({ moment, platform, configured }: TeamFacts): NoMessage | { kind: 'post' } => {
  if (moment === null) return { kind: 'obsolete' };
  if (moment.kind !== 'now') return moment;
  return configured
    ? { kind: 'post' }
    : { kind: 'undeliverable', outcome: 'unreachable', reason: `${platform} is configured no more` };
};
