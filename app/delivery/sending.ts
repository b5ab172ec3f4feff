import type { Channel } from '../../adapters/chat/channel.ts';
import type { Posts } from '../../bot/delivery/post.ts';
import type { Deps } from '../../bot/deps.ts';
import type { Notice, Saying } from '../../bot/notices.ts';
import type { Platform } from '../../bot/platform.ts';

/** What deliveries are sent with. */
export type Sending = {
  deps: Deps;
  posts: Posts;
  /** Null: the platform is not configured, or is no more. */
  channelOn(platform: Platform): Channel<Notice> | null;
};

export type TeamSaying = Extract<Saying, { kind: 'team' }>;
/** What is said to one person. */
export type PersonalSaying = Exclude<Saying, TeamSaying>;
