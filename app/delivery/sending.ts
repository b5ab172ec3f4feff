import type { Channel } from '../../adapters/chat/channel.ts';
import type { Posts } from '../../bot/delivery/post.ts';
import type { Deps } from '../../bot/deps.ts';
import type { Notice, Saying } from '../../bot/notices.ts';
import type { Platform } from '../../bot/platform.ts';

/** What it takes to send a delivery. */
export type Sending = {
  deps: Deps;
  posts: Posts;
  /** Null when the platform is not configured, or no longer is. */
  channelOn(platform: Platform): Channel<Notice> | null;
};

export type TeamSaying = Extract<Saying, { kind: 'team' }>;
/** A message to one person. */
export type PersonalSaying = Exclude<Saying, TeamSaying>;
