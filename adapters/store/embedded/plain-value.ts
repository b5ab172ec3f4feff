import { types } from 'node:util';

export type Fields = Record<string, unknown>;

/** True for what both stores call an object: neither null, an array nor a date. */
export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !types.isDate(value);

// A `$` or `.` in a field name means something else to each store, and `__proto__` cannot be copied.
const checkName = (name: string, path: string): void => {
  if (name === '' || name === '__proto__' || name.startsWith('$') || name.includes('.') || name.includes('\0')) {
    throw new TypeError(`"${name}" cannot be the name of a stored field${path === '' ? '' : ` (in ${path})`}`);
  }
};

const copy = (value: unknown, path: string): unknown => {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (types.isDate(value) && !Number.isNaN(value.getTime())) return new Date(value.getTime());
  if (Array.isArray(value)) return value.map((element, at) => copy(element, `${path}.${at}`));
  if (isFields(value) && [Object.prototype, null].includes(Object.getPrototypeOf(value))) {
    const fields: Fields = {};
    for (const [name, field] of Object.entries(value)) {
      checkName(name, path);
      if (field !== undefined) fields[name] = copy(field, path === '' ? name : `${path}.${name}`);
    }
    return fields;
  }
  throw new TypeError(`${path === '' ? 'the value' : path} is nothing both stores can hold`);
};

/**
 * A deep copy, so that neither the caller nor the store holds a live reference into the other.
 * Drops fields that are undefined (MongoDB's `ignoreUndefined`); a TypeError names what cannot be stored.
 */
export const copyPlain = <T>(value: T, path = ''): T => copy(value, path) as T;
