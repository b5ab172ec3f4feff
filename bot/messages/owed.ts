import { type DeliveryId, deliveryId, type PersonId, type TeamChannelId } from '../ids.ts';
import type { Platform } from '../platform.ts';

/** `ping` is a new message; `quiet` updates the card that stands in the chat. */
export const MANNERS = ['ping', 'quiet'] as const;

/** A message that was decided and not yet handed over for delivery. `Say` is what it is about. */
export type Owed<Say> = {
  /** Deterministic, so that relaying twice is relaying once. */
  id: DeliveryId;
  to: PersonId | TeamChannelId;
  manner: (typeof MANNERS)[number];
  /** A ping to somebody's own message, command or press. It comes at any hour; others leave in working hours only. */
  answers?: true;
  /** Not before this time of the domain. */
  notBefore: Date;
  say: Say;
  /** One of many that are sent on this platform: it goes behind whatever people write, as fast as the platform takes it. */
  run?: Platform;
};

/** A short answer that stands for itself and is kept as it is until delivered. */
export type Replying<Reply> = { kind: 'reply'; reply: Reply };

/** What somebody gets for their own message, command or press. */
export const answer = <Say>(id: string, to: PersonId, say: Say, now: Date): Owed<Say> => ({
  id: deliveryId(id),
  to,
  manner: 'ping',
  answers: true,
  notBefore: now,
  say,
});

/** News that nobody asked for: a new message, not before `notBefore`. */
export const ping = <Say>(id: string, to: PersonId | TeamChannelId, say: Say, notBefore: Date): Owed<Say> => ({
  id: deliveryId(id),
  to,
  manner: 'ping',
  notBefore,
  say,
});

/** Changes the card that stands in the chat. */
export const update = <Say>(id: string, to: PersonId, say: Say, now: Date): Owed<Say> => ({
  id: deliveryId(id),
  to,
  manner: 'quiet',
  notBefore: now,
  say,
});
