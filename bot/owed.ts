import { type CaseId, type DeliveryId, deliveryId, type NudgeId, type PersonId, type TeamChannelId } from './ids.ts';
import type { Reply } from './notices.ts';
import type { Week } from './nudges/week.ts';
import type { Platform } from './people/person.ts';

/**
 * What a message is about. A case or draft is named, not copied: the words are made from its present state when the
 * message leaves, so that nobody is told what no longer holds.
 */
export type Saying =
  /** `from` is the first turn of the conversation that this message brings; `all` when the person asked to see it. */
  | { kind: 'case'; case: CaseId; from: number | 'all' }
  | { kind: 'draft'; draft: CaseId }
  | { kind: 'reply'; reply: Reply }
  | { kind: 'nudge'; nudge: NudgeId }
  /** To a team's channel: the principle of a week, or that it begins or has ended there. */
  | { kind: 'team'; about: Week | 'begun' | 'stopped'; platform: Platform }
  /** A code for linking two accounts, named by what it grows out of. */
  | { kind: 'link-code'; seed: string; others: Platform[] };

/** `ping` is a new message; `quiet` updates the card that stands in the chat. */
export const MANNERS = ['ping', 'quiet'] as const;

/** A message that was decided and not yet handed over for delivery. */
export type Owed = {
  /** Deterministic, so that relaying twice is relaying once. */
  id: DeliveryId;
  to: PersonId | TeamChannelId;
  manner: (typeof MANNERS)[number];
  /** A ping to somebody's own message, command or press. It comes at any hour; others leave in working hours only. */
  answers?: true;
  /** Not before this time of the domain. */
  notBefore: Date;
  say: Saying;
  /** One of many that are sent on this platform: it goes behind whatever people write, as fast as the platform takes it. */
  run?: Platform;
};

/** What somebody gets for their own message, command or press. */
export const answer = (id: string, to: PersonId, say: Saying, now: Date): Owed => ({
  id: deliveryId(id),
  to,
  manner: 'ping',
  answers: true,
  notBefore: now,
  say,
});
