import type { Platform } from '../platform.ts';
import type { Masked } from '../privacy/mask.ts';
import type { Outcome, Owner } from '../words.ts';
import type { Trial } from './answer.ts';
import type { Turn } from './turn.ts';

/**
 * How far something has come on its way. `on`: the platform that it waits for; null when naming it would say something
 * about an anonymous asker.
 */
export type Passage =
  | { state: 'on-its-way' | 'sent' | 'undeliverable' | 'failed' }
  | { state: 'waiting'; on: Platform | null };

export type PassageView = Passage & { what: Turn['kind'] };

/** A person as the viewer may see them. */
export type Shown<Known = unknown> = ({ as: 'named'; name: string } & Known) | { as: 'anonymous' } | { as: 'erased' };

export type AskerShown = Shown<{ unit: string | null }>;

/** `before`, and `earlier` of the viewer's own words: said while another agent had the case. */
export type TurnView = Said &
  ({ by: 'you'; earlier?: true } | { by: 'other'; who: Shown } | { by: 'before'; who: Shown });

/** `corrected`: the words of an answer that a later turn corrects. */
type Said = {
  kind: Turn['kind'];
  text: Masked;
  at: Date;
  talk: TalkView | null;
  corrected?: true;
  /** Who signs an answer with its agent. */
  with?: string;
};

/** `phone` and `calendarUrl` are present only if the viewer may have them. */
export type TalkView = {
  start: Date | null;
  minutes: number;
  place: Masked | null;
  phone?: string;
  calendarUrl?: string;
  /** They had agreed on another time before. */
  moves?: true;
  /** It fell away; the calendar file takes it out. */
  off?: true;
};

/** A talk still to come that fell away. `calendarUrl`: the file that takes it out of a calendar. */
export type LostTalk = { start: Date; now: Date; calendarUrl: string };

/** `owner`: who carries the case on; null in answers of an earlier version. */
export type AnswerView = {
  outcome: Outcome;
  ground: Masked | null;
  alternative: Masked | null;
  trial: Trial | null;
  owner: Owner | null;
};
