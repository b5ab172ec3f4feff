import type { DeliveryId, PersonId, TeamChannelId } from '../ids.ts';
import type { Platform } from '../platform.ts';

/** `ping` posts a new message; `quiet` updates the card in the chat. */
export const MANNERS = ['ping', 'quiet'] as const;

/** A message that was decided on but not yet handed over for delivery. `Say` is what it is about. */
export type Owed<Say> = {
  /** Deterministic, so that relaying is idempotent; made in `ids.ts`. */
  id: DeliveryId;
  to: PersonId | TeamChannelId;
  manner: (typeof MANNERS)[number];
  /** Answers the person's own message, command or press. Such a ping is sent at any hour; others in working hours only. */
  answers?: true;
  /** The earliest time to send it, by the domain's clock. */
  notBefore: Date;
  say: Say;
  /** The platform of a mass mailing, which is its queue: sent behind conversations, as fast as the platform's rate limit allows. */
  queue?: Platform;
};

/** A short answer, complete in itself and stored unchanged until delivered. */
export type Replying<Reply> = { kind: 'reply'; reply: Reply };

/** An answer to a person's own message, command or press: a new message at any hour. */
export const answer = <Say>(id: DeliveryId, to: PersonId, say: Say, now: Date): Owed<Say> => ({
  id,
  to,
  manner: 'ping',
  answers: true,
  notBefore: now,
  say,
});

/** A new message that nobody asked for, sent at `notBefore` or later. */
export const ping = <Say>(id: DeliveryId, to: PersonId | TeamChannelId, say: Say, notBefore: Date): Owed<Say> => ({
  id,
  to,
  manner: 'ping',
  notBefore,
  say,
});

/** Updates the card in the chat. */
export const update = <Say>(id: DeliveryId, to: PersonId, say: Say, now: Date): Owed<Say> => ({
  id,
  to,
  manner: 'quiet',
  notBefore: now,
  say,
});
