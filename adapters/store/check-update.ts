import { checkElement } from './check-filter.ts';
import type { Update } from './collection.ts';
import { copyPlain, type Fields, isFields } from './embedded/plain-value.ts';

export type UpdateOperator = '$set' | '$unset' | '$inc' | '$push' | '$pull' | '$max';
/** An update of which nothing is doubtful any more: operators, and by path what they are given. */
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

/** Undefined, or a push of none: where there is no array, DocumentDB leaves it so, and MongoDB makes an empty one. */
const changesNothing = (name: string, operand: unknown): boolean =>
  operand === undefined ||
  (name === '$push' && isFields(operand) && Array.isArray(operand.$each) && operand.$each.length === 0);

const refuseOverlap = (paths: readonly string[]): void => {
  const sorted = paths.map((path) => `${path}.`).sort();
  const at = sorted.findIndex((path, index) => index > 0 && path.startsWith(sorted[index - 1] ?? path));
  if (at > 0) throw new TypeError(`the update changes ${sorted[at]?.slice(0, -1)} twice`);
};

const MAX_CHECKED = 1000;
/** The same few updates are written again and again: their paths are looked at once. */
const checked = new Set<string>();

const checkPaths = (paths: readonly string[]): void => {
  const key = paths.join('\0');
  if (checked.has(key)) return;
  if (
    paths.some(
      (path) => path === '_id' || path.split('.').some((name) => /^$|^\$|^(?:__proto__|constructor)$|\0/.test(name)),
    )
  ) {
    throw new TypeError('an update changes neither _id nor a path with $ in it');
  }
  refuseOverlap(paths);
  if (checked.size >= MAX_CHECKED) checked.clear();
  checked.add(key);
};

/** A copy of an update without what changes nothing; a TypeError names what the two stores do not share. */
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
