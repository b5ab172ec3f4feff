import { fingerprint } from '../fingerprint.ts';
import type { TeamPlace } from '../nudges/team-channel.ts';
import type { Person } from '../people/person.ts';
import type { Masking } from '../privacy/mask.ts';
import type { SealDeps } from '../seal.ts';

/**
 * A message that a person wrote to Sammen. `id` is the platform's own, so that a second delivery does nothing. `team` is
 * the channel if it was written in one, where others can read it. `inReplyTo` is the platform's id of the message from
 * Sammen that it answers, in a thread or as a quote.
 */
export type Heard = { id: string; from: Person; text: string; team?: TeamPlace; inReplyTo?: string };

/** What a message is remembered by: its id, sealed, because a platform's id says who wrote it and when. */
export const heardAs = (id: string, { seal }: SealDeps): string => seal(fingerprint('heard', id));

/** The message after masking, which happens before anything else. */
export type Typed = Omit<Heard, 'text'> & Masking;
