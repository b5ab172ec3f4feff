import { checkElement } from './check-filter.ts';
import type { Update } from './collection.ts';
import { copyPlain, type Fields, isFields } from './embedded/plain-value.ts';

export type UpdateOperator = '$set' | '$unset' | '$inc' | '$push' | '$pull' | '$max';
/** A validated update: for each operator, its operands by path. */
export type CheckedUpdate = Partial<Record<UpdateOperator, Fields>>;

const elementsToPush = (operand: unknown, path: string): unknown => {
  if (!isFields(operand) || !('$each' in operand)) return copyPlain(operand, path);
  if (!Array.isArray(operand.$each)) throw new TypeError('$each wants an array');
  if (Object.keys(operand).length > 1) throw new TypeError('$push shares nothing but $each between the stores');
  return { $each: copyPlain(operand.$each, path) };
};

const numberOf = (operand: unknown): number => {
  if (typeof operand !== 'number' || !Number.isFinite(operand)) throw new TypeError('$inc wants a number');
  return operand;
};

const OPERATORS: Record<UpdateOperator, (operand: unknown, path: string) => unknown> = {
  $set: copyPlain,
  $unset: () => true,
  $inc: numberOf,
  $push: elementsToPush,
  $pull: checkElement,
  $max: copyPlain,
};

const isOperator = (name: string): name is UpdateOperator => Object.hasOwn(OPERATORS, name);

/** True for undefined and for an empty push: for a missing array, MongoDB would create an empty one, DocumentDB not. */
const changesNothing = (name: string, operand: unknown): boolean =>
  operand === undefined ||
  (name === '$push' && isFields(operand) && Array.isArray(operand.$each) && operand.$each.length === 0);

const refuseOverlap = (paths: readonly string[]): void => {
  const sorted = paths.map((path) => `${path}.`).sort();
  const overlap = sorted.find((path, index) => index > 0 && path.startsWith(sorted[index - 1] ?? path));
  if (overlap !== undefined) throw new TypeError(`the update changes ${overlap.slice(0, -1)} twice`);
};

const MAX_CHECKED_PATHS = 1000;
/** A cache: the same few updates recur all the time, so each combination of paths is checked once. */
const checkedPaths = new Set<string>();

const checkPaths = (paths: readonly string[]): void => {
  const key = paths.join('\0');
  if (checkedPaths.has(key)) return;
  if (
    paths.some(
      (path) => path === '_id' || path.split('.').some((name) => /^$|^\$|^(?:__proto__|constructor)$|\0/.test(name)),
    )
  ) {
    throw new TypeError('an update changes neither _id nor a path with $ in it');
  }
  refuseOverlap(paths);
  if (checkedPaths.size >= MAX_CHECKED_PATHS) checkedPaths.clear();
  checkedPaths.add(key);
};

/** Copies and checks an update, without no-ops. @throws TypeError that names what only one of the stores supports */
export const checkUpdate = (update: Update<Fields>): CheckedUpdate => {
  if (Object.keys(update).length === 0) throw new TypeError('an update without operators would replace the document');
  const all: CheckedUpdate = {};
  const paths: string[] = [];
  for (const [name, operands] of Object.entries(update)) {
    if (!isOperator(name)) throw new TypeError(`${name} is not among the updates both stores share`);
    const fields: Fields = {};
    for (const [path, operand] of Object.entries(operands)) {
      if (changesNothing(name, operand)) continue;
      fields[path] = OPERATORS[name](operand, path);
      paths.push(path);
    }
    if (Object.keys(fields).length > 0) all[name] = fields;
  }
  checkPaths(paths);
  return all;
};
