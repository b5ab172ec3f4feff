import { type PersonId, type TeamChannelId, teamChannelId } from '../ids.ts';
import type { Platform } from '../platform.ts';
import type { Language } from '../words.ts';
import type { Week } from './week.ts';

/** A channel in which colleagues talk, by the platform's own name. */
export type TeamPlace = { platform: Platform; channel: string };

/** `unreachable`: the platform let Sammen post there no more. Either end holds until somebody there says so again. */
export const TEAM_CHANNEL_STATES = ['on', 'stopped', 'unreachable'] as const;

/** A channel whose people said that they want the week's principle there, with a question for their meeting. */
export type TeamChannel = TeamPlace & {
  _id: TeamChannelId;
  /** Grows each time they say so. */
  rev: number;
  state: (typeof TEAM_CHANNEL_STATES)[number];
  /** Of whoever said so: so that an admin knows which it is, and in which language it is written. */
  unit: string | null;
  language: Language;
  by: PersonId;
  since: Date;
  /** When it ended, and in the platform's words why. */
  endedAt: Date | null;
  reason: string | null;
  /** The last week they had; empty before the first. */
  sentFor: Week | '';
};

export const teamChannelIdOf = ({ platform, channel }: TeamPlace): TeamChannelId =>
  teamChannelId(`${platform}.${channel}`);
