import { byLastSeen, homeOf, type Person } from '../people/person.ts';
import type { Platform } from '../platform.ts';
import type { Place } from './living-card.ts';

/** Why a platform did not accept a message. `outcome` classifies the refusal; `retry` covers every other error. */
export type Fault = {
  outcome: 'retry' | 'doubtful' | 'barred' | 'unreachable' | 'failed';
  message: string;
};

/** The platforms to try for a new message, in order: most recently used first. */
export const platformsToTry = (
  to: Pick<Person, 'addresses'>,
  isConfigured: (platform: Platform) => boolean,
): Platform[] =>
  byLastSeen(to)
    .map(({ platform }) => platform)
    .filter(isConfigured);

/**
 * Whether the person cannot be reached on this platform at all, so that another may be tried. A doubtful refusal counts
 * the second time.
 * @param before why the last attempt failed
 */
export const isUnreachable = ({ outcome, message }: Fault, before: string | null): boolean =>
  outcome === 'unreachable' || (outcome === 'doubtful' && before?.includes(message) === true);

/** How many attempts wait for another platform to remove a card's buttons. */
const MAX_ATTEMPTS_WAITING = 3;

/**
 * Whether a new message waits until the previous card has lost its buttons. A card that was deleted or never accepted
 * needs no settling. If the person has moved to another platform, an outage on the old one must not delay their
 * messages for long: a button left there does nothing that the case does not allow.
 * @param attempts how often the new message was tried, including this time
 */
export const waitsToSettle = (
  { outcome }: Pick<Fault, 'outcome'>,
  { platform }: Pick<Place, 'platform'>,
  to: Pick<Person, 'addresses'>,
  attempts: number,
): boolean => {
  if (outcome !== 'retry' && outcome !== 'barred') return false;
  const hasMoved = homeOf(to)?.platform !== platform;
  return !(hasMoved && (outcome === 'barred' || attempts >= MAX_ATTEMPTS_WAITING));
};
