import { types } from 'node:util';

export type Fields = Record<string, unknown>;

/** True for what both stores treat as an object: not null, not an array and not a date. */
export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' &&
  value !== null &&
  (Object.getPrototypeOf(value) === Object.prototype || !(Array.isArray(value) || types.isDate(value)));

// The stores disagree on `$` and `.` in field names, `__proto__` cannot be copied, and mingo does not recognise an
// object with its own `constructor` field as plain.
const INVALID_NAME = /^$|^\$|[.\0]|^(?:__proto__|constructor)$/;
const checkName = (name: string, trail: readonly string[]): void => {
  if (INVALID_NAME.test(name)) {
    throw new TypeError(
      `"${name}" cannot be the name of a stored field${trail.length === 0 ? '' : ` (in ${trail.join('.')})`}`,
    );
  }
};

/** @param trail the names that lead to the value; changed during the call and restored on return */
const copy = (value: unknown, trail: string[]): unknown => {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (Array.isArray(value)) {
    return value.map((element, index) => {
      trail.push(String(index));
      const copied = copy(element, trail);
      trail.pop();
      return copied;
    });
  }
  if (isFields(value) && [Object.prototype, null].includes(Object.getPrototypeOf(value))) {
    const fields: Fields = {};
    for (const [name, field] of Object.entries(value)) {
      checkName(name, trail);
      if (field === undefined) continue;
      trail.push(name);
      fields[name] = copy(field, trail);
      trail.pop();
    }
    return fields;
  }
  if (types.isDate(value) && !Number.isNaN(value.getTime())) return new Date(value.getTime());
  throw new TypeError(`${trail.length === 0 ? 'the value' : trail.join('.')} cannot be stored in both stores`);
};

/**
 * Makes a deep copy, so that caller and store never share a live reference. Drops undefined fields, like MongoDB's
 * `ignoreUndefined`. @throws TypeError that names what cannot be stored
 */
export const copyPlain = <T>(value: T, path = ''): T => copy(value, path === '' ? [] : [path]) as T;

/** Copies a value that `copyPlain` has checked before, without checking it again. */
export const copyStored = <T>(value: T): T => copyUnchecked(value) as T;

const copyUnchecked = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copyUnchecked);
  if (types.isDate(value)) return new Date(value.getTime());
  const fields: Fields = {};
  for (const name of Object.keys(value)) fields[name] = copyUnchecked((value as Fields)[name]);
  return fields;
};
