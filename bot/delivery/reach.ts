import { byLastSeen, homeOf, type Person } from '../people/person.ts';
import type { Platform } from '../platform.ts';
import type { Place } from './post.ts';

/** Why a platform did not take a message. `outcome` as a platform's refusal means it; `retry` for every other error. */
export type Fault = {
  outcome: 'retry' | 'doubtful' | 'barred' | 'unreachable' | 'failed';
  message: string;
};

/** The platforms that a new message is tried on, in this order: where the person last was comes first. */
export const platformsToTry = (
  to: Pick<Person, 'addresses'>,
  isConfigured: (platform: Platform) => boolean,
): Platform[] =>
  byLastSeen(to)
    .map(({ platform }) => platform)
    .filter(isConfigured);

/**
 * Whether the person cannot be reached there at all, so that another platform may be tried. What is doubtful is a no
 * when it was said before.
 * @param before why the last try failed
 */
export const isPlainNo = ({ outcome, message }: Fault, before: string | null): boolean =>
  outcome === 'unreachable' || (outcome === 'doubtful' && before?.includes(message) === true);

/** How many tries wait for another platform to take a card's buttons away. */
const MAX_TRIES_THAT_WAIT = 3;

/**
 * Whether a new message waits until the card before has given up its buttons. A card that is gone from the chat, or was
 * never taken, needs no settling. Nor may a platform that is out of order hold back for long what the person gets on
 * another: a button left standing there does nothing that the case does not allow.
 * @param attempts how often the new message has been tried, with this time
 */
export const waitsToSettle = (
  { outcome }: Pick<Fault, 'outcome'>,
  { platform }: Pick<Place, 'platform'>,
  to: Pick<Person, 'addresses'>,
  attempts: number,
): boolean => {
  if (outcome !== 'retry' && outcome !== 'barred') return false;
  const hasMoved = homeOf(to)?.platform !== platform;
  return !(hasMoved && (outcome === 'barred' || attempts >= MAX_TRIES_THAT_WAIT));
};
