import type { Platform } from '../platform.ts';
import type { Person } from './person.ts';

type Reached = Pick<Person, 'left' | 'joined' | 'addresses' | 'unreachableSince'>;

/**
 * Whether Sammen knows a chat in which it can write to the person: they work here, have an account on a platform that is
 * configured, and the last message to them was not refused (docs/rules.md, "Choosing an agent").
 */
export const isReachable = (
  { left, joined, addresses, unreachableSince }: Reached,
  platforms: readonly Platform[],
): boolean =>
  left === null &&
  joined === null &&
  (unreachableSince ?? null) === null &&
  addresses.some(({ platform }) => platforms.includes(platform));
