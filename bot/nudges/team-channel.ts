import { type PersonId, type TeamChannelId, teamChannelId } from '../ids.ts';
import type { Platform } from '../platform.ts';
import type { Week } from '../time/iso-week.ts';
import type { Language } from '../words.ts';

/** A channel, by the platform's own id. */
export type TeamPlace = { platform: Platform; channel: string };

/**
 * `unreachable`: the platform stopped accepting posts. `stopped` and `unreachable` last until somebody there subscribes
 * again.
 */
export const TEAM_CHANNEL_STATES = ['on', 'stopped', 'unreachable'] as const;

/** A channel that gets the weekly principle, with a question for the team's meeting. */
export type TeamChannel = TeamPlace & {
  _id: TeamChannelId;
  /** Incremented with each new subscription. */
  rev: number;
  state: (typeof TEAM_CHANNEL_STATES)[number];
  /** The subscriber's unit, so that admins can tell channels apart, and language, which the posts use. */
  unit: string | null;
  language: Language;
  by: PersonId;
  since: Date;
  /** When it ended, and why in the platform's words. */
  endedAt: Date | null;
  reason: string | null;
  /** The last week posted; empty before the first. */
  sentFor: Week | '';
};

export const teamChannelIdOf = ({ platform, channel }: TeamPlace): TeamChannelId =>
  teamChannelId(`${platform}.${channel}`);
