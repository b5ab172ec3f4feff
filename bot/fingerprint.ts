import { hash } from 'node:crypto';

/** A short, stable hash of incoming data: equal data gives the same hash in every process, whatever the key order. */
export const fingerprint = (...parts: readonly unknown[]): string =>
  hash('sha256', JSON.stringify(parts.map(sorted)), 'base64url').slice(0, 20);

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null || serialisesItself(value)) return value ?? null;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => [key, sorted(inner)]);
};

/** Dates and masked text serialise as a whole, so their fields are not sorted. */
const serialisesItself = (value: object): boolean => 'toJSON' in value && typeof value.toJSON === 'function';
