import type { Fault } from '../messages/fault.ts';
import { byLastSeen, type Person } from '../people/person.ts';
import type { Platform } from '../platform.ts';

/** Why a platform did not accept a message. */
export type Refused = { outcome: Fault; message: string };

/** The platforms to try for a new message, in order: most recently used first. */
export const platformsToTry = (
  to: Pick<Person, 'addresses'>,
  isConfigured: (platform: Platform) => boolean,
): Platform[] =>
  byLastSeen(to)
    .map(({ platform }) => platform)
    .filter(isConfigured);

/**
 * Whether the chat is gone, so that a new one may be opened. A doubtful refusal counts the second time.
 * @param before why the last attempt failed
 */
export const isChatGone = ({ outcome, message }: Refused, before: string | null): boolean =>
  outcome === 'gone' || (outcome === 'doubtful' && before?.includes(message) === true);

/** Whether the person, or a team's channel, cannot be reached on this platform. */
export const isUnreachable = (refused: Refused, before: string | null): boolean =>
  refused.outcome === 'unreachable' || isChatGone(refused, before);

/**
 * Whether another platform may be tried: only when this one surely has not posted the message, now or in an earlier
 * attempt, so that nobody gets it on both.
 * @param attempts how often the message was tried, including this time
 */
export const movesOn = (refused: Refused, before: string | null, attempts: number): boolean =>
  isUnreachable(refused, before) ||
  (refused.outcome === 'barred' && (attempts === 1 || before?.includes(refused.message) === true));
