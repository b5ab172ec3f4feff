import { hash } from 'node:crypto';

/** A short, stable name for something that arrived: the same thing gives the same name, in every process. */
export const fingerprint = (...parts: readonly unknown[]): string =>
  hash('sha256', JSON.stringify(parts.map(sorted)), 'base64url').slice(0, 20);

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null || saysItself(value)) return value ?? null;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => [key, sorted(inner)]);
};

/** A moment, or words that were masked, which stand for themselves and not for their parts. */
const saysItself = (value: object): boolean => 'toJSON' in value && typeof value.toJSON === 'function';
