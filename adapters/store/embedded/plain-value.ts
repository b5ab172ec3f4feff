import { types } from 'node:util';

export type Fields = Record<string, unknown>;

/** True for what both stores call an object: neither null, an array nor a date. */
export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' &&
  value !== null &&
  (Object.getPrototypeOf(value) === Object.prototype || !(Array.isArray(value) || types.isDate(value)));

// A `$` or `.` in a field name means something else to each store, `__proto__` cannot be copied, and mingo takes an
// object with a `constructor` of its own for something else.
const NO_NAME = /^$|^\$|[.\0]|^(?:__proto__|constructor)$/;
const checkName = (name: string, trail: readonly string[]): void => {
  if (NO_NAME.test(name)) {
    throw new TypeError(
      `"${name}" cannot be the name of a stored field${trail.length === 0 ? '' : ` (in ${trail.join('.')})`}`,
    );
  }
};

/** @param trail the names that lead to the value; as long again when this returns */
const copy = (value: unknown, trail: string[]): unknown => {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (Array.isArray(value)) {
    return value.map((element, at) => {
      trail.push(String(at));
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
  throw new TypeError(`${trail.length === 0 ? 'the value' : trail.join('.')} is nothing both stores can hold`);
};

/**
 * A deep copy, so that neither the caller nor the store holds a live reference into the other.
 * Drops fields that are undefined (MongoDB's `ignoreUndefined`); a TypeError names what cannot be stored.
 */
export const copyPlain = <T>(value: T, path = ''): T => copy(value, path === '' ? [] : [path]) as T;

/** The same for what `copyPlain` has been through already: nothing is checked a second time. */
export const copyStored = <T>(value: T): T => copyUnchecked(value) as T;

const copyUnchecked = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copyUnchecked);
  if (types.isDate(value)) return new Date(value.getTime());
  const fields: Fields = {};
  for (const name of Object.keys(value)) fields[name] = copyUnchecked((value as Fields)[name]);
  return fields;
};
