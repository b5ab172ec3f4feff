import type { Platform } from '../platform.ts';
import type { Person } from './person.ts';

/**
 * Whether Sammen knows a chat in which it can write to the person: they work here, and have an account on a platform
 * that is configured (docs/rules.md, "Choosing an agent").
 */
export const isReachable = (
  { left, joined, addresses }: Pick<Person, 'left' | 'joined' | 'addresses'>,
  platforms: readonly Platform[],
): boolean => left === null && joined === null && addresses.some(({ platform }) => platforms.includes(platform));
