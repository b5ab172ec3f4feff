import type { Channel } from '../../adapters/chat/channel.ts';
import type { LivingCards } from '../../bot/delivery/living-card.ts';
import type { SettleSaying } from '../../bot/delivery/settling.ts';
import type { Deps } from '../../bot/deps.ts';
import type { Notice, Saying } from '../../bot/notices.ts';
import type { Platform } from '../../bot/platform.ts';

/** What it takes to send a delivery. */
export type Sending = {
  deps: Deps;
  posts: LivingCards;
  /** Null when the platform is not configured, or no longer is. */
  channelOn(platform: Platform): Channel<Notice> | null;
};

export type TeamSaying = Extract<Saying, { kind: 'team' }>;
/** A message to one person. */
export type PersonalSaying = Exclude<Saying, TeamSaying | SettleSaying>;
