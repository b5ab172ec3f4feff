import { type PersonId, type TeamChannelId, teamChannelId } from '../ids.ts';
import type { Platform } from '../platform.ts';
import type { Language } from '../words.ts';
import type { Week } from './week.ts';

/** A channel in which colleagues talk, by the platform's own name. */
export type TeamPlace = { platform: Platform; channel: string };

/** A channel whose people said that they want the week's principle there, with a question for their meeting. */
export type TeamChannel = TeamPlace & {
  _id: TeamChannelId;
  /** Grows each time they say so. */
  rev: number;
  /** `unreachable`: the platform let Sammen post there no more. Either ends only when somebody there says so again. */
  state: 'on' | 'stopped' | 'unreachable';
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
