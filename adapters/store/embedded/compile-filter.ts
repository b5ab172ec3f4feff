import type { Filter } from '../collection.ts';
import { areComparable, compareValues, sameValue } from './compare-values.ts';
import { copyPlain, isFields } from './plain-value.ts';

// NeDB's own matching differs from MongoDB's where it hurts (`$ne` and `$exists` on arrays, `$lt` of a date against
// null), so NeDB only narrows by index and this decides.

type Test = (value: unknown) => boolean;
/** Looks at everything found under one path: several values when the path runs through an array. */
type FoundTest = (found: readonly unknown[]) => boolean;

/** Every value a dotted path leads to; undefined stands for a missing one. */
export const valuesAt = (value: unknown, path: readonly string[], from = 0): unknown[] => {
  const head = path[from];
  if (head === undefined) return [value];
  if (Array.isArray(value)) {
    const indexed = /^\d+$/.test(head) ? valuesAt(value[Number(head)], path, from + 1) : [];
    return [...indexed, ...value.filter(isFields).flatMap((element) => valuesAt(element, path, from))];
  }
  if (!isFields(value)) return [undefined];
  return valuesAt(Object.hasOwn(value, head) ? value[head] : undefined, path, from + 1);
};

/** The values and, as MongoDB looks into an array, its elements. */
export const withElements = (found: readonly unknown[]): unknown[] => [
  ...found,
  ...found.flatMap((value): unknown[] => (Array.isArray(value) ? value : [])),
];

const operand = (value: unknown): unknown => {
  if (value === null || value === undefined) {
    throw new TypeError('the stores disagree on comparing with null: ask with $exists');
  }
  return copyPlain(value);
};

const some = (test: Test): FoundTest => {
  return (found) => found.some((value) => test(value) || (Array.isArray(value) && value.some(test)));
};
const equals = (value: unknown): FoundTest => {
  const wanted = operand(value);
  return some((candidate) => sameValue(candidate, wanted));
};
const ordered = (holds: (order: number) => boolean) => (value: unknown) => {
  const bound = operand(value);
  return some((candidate) => areComparable(candidate, bound) && holds(compareValues(candidate, bound)));
};

const OPERATORS = new Map<string, (value: unknown) => FoundTest>([
  ['$lt', ordered((order) => order < 0)],
  ['$lte', ordered((order) => order <= 0)],
  ['$gt', ordered((order) => order > 0)],
  ['$gte', ordered((order) => order >= 0)],
  [
    '$ne',
    (value) => {
      const equal = equals(value);
      return (found) => !equal(found);
    },
  ],
  [
    '$in',
    (value) => {
      if (!Array.isArray(value)) throw new TypeError('$in wants an array');
      const tests = value.map(equals);
      return (found) => tests.some((test) => test(found));
    },
  ],
  [
    '$exists',
    (value) => {
      if (typeof value !== 'boolean') throw new TypeError('$exists wants true or false');
      return (found) => found.some((candidate) => candidate !== undefined) === value;
    },
  ],
  [
    '$elemMatch',
    (value) => {
      const test = compileElement(value);
      return (found) => found.some((candidate) => Array.isArray(candidate) && candidate.some(test));
    },
  ],
]);

const hasOperators = (condition: unknown): condition is Record<string, unknown> =>
  isFields(condition) && Object.keys(condition).some((name) => name.startsWith('$') && name !== '$or');

const compileCondition = (condition: unknown): FoundTest => {
  if (!hasOperators(condition)) return equals(condition);
  const tests = Object.entries(condition).map(([name, value]) => {
    const operator = OPERATORS.get(name);
    if (operator === undefined) throw new TypeError(`${name} is not among the operators both stores share`);
    return operator(value);
  });
  return (found) => tests.every((test) => test(found));
};

/** A test for one element of an array, as `$elemMatch` and `$pull` put it. */
export const compileElement = (condition: unknown): Test => {
  if (hasOperators(condition)) {
    const test = compileCondition(condition);
    return (element) => test([element]);
  }
  if (!isFields(condition)) return (element) => sameValue(element, condition);
  const test = compileFilter(condition);
  return (element) => isFields(element) && test(element);
};

/** A test for whole documents; a TypeError names what the two stores do not share. */
export const compileFilter = (filter: Filter): Test => {
  const tests = Object.entries(filter).map(([name, condition]): Test => {
    if (name === '$or') {
      if (!Array.isArray(condition) || condition.length === 0) throw new TypeError('$or wants an array of filters');
      const either = condition.map((part: Filter) => compileFilter(part));
      return (document) => either.some((test) => test(document));
    }
    if (name.startsWith('$')) throw new TypeError(`${name} is not among the operators both stores share`);
    const path = name.split('.');
    const test = compileCondition(condition);
    return (document) => test(valuesAt(document, path));
  });
  return (document) => tests.every((test) => test(document));
};
