import type { Filter } from './collection.ts';
import { copyPlain, type Fields, isFields } from './embedded/plain-value.ts';

// The types limit filters to what both engines interpret alike. This checks at run time what the types cannot see.

const operand = (value: unknown): unknown => {
  if (value === null || value === undefined) {
    throw new TypeError('the stores disagree on comparing with null: ask with $exists');
  }
  return copyPlain(value);
};

const OPERATORS = new Map<string, (value: unknown) => unknown>([
  ['$ne', operand],
  ['$lt', operand],
  ['$lte', operand],
  ['$gt', operand],
  ['$gte', operand],
  [
    '$in',
    (value) => {
      if (!Array.isArray(value)) throw new TypeError('$in wants an array');
      return value.map(operand);
    },
  ],
  [
    '$exists',
    (value) => {
      if (typeof value !== 'boolean') throw new TypeError('$exists wants true or false');
      return value;
    },
  ],
  ['$elemMatch', (value) => checkElement(value)],
]);

const hasOperators = (condition: unknown): condition is Fields =>
  isFields(condition) && Object.keys(condition).some((name) => name.startsWith('$') && name !== '$or');

const checkCondition = (condition: unknown): unknown => {
  if (!hasOperators(condition)) return operand(condition);
  const checked: Fields = {};
  for (const [name, value] of Object.entries(condition)) {
    const check = OPERATORS.get(name);
    if (check === undefined) throw new TypeError(`${name} is not among the operators both stores share`);
    checked[name] = check(value);
  }
  return checked;
};

/** Checks a condition on one array element, as used by `$elemMatch` and `$pull`. */
export const checkElement = (condition: unknown): unknown =>
  isFields(condition) && !hasOperators(condition) ? checkFilter(condition) : checkCondition(condition);

/** Checks and copies a filter for whole documents. @throws TypeError that names what only one of the stores supports */
export const checkFilter = (filter: Filter<Fields>): Fields => {
  const checked: Fields = {};
  for (const [name, condition] of Object.entries(filter)) {
    if (name === '$or') {
      if (!Array.isArray(condition) || condition.length === 0) throw new TypeError('$or wants an array of filters');
      checked[name] = condition.map((part: Fields) => checkFilter(part));
    } else {
      if (name.startsWith('$')) throw new TypeError(`${name} is not among the operators both stores share`);
      checked[name] = checkCondition(condition);
    }
  }
  return checked;
};
