import { $inc, $max, $pull, $push, $set, $unset } from 'mingo/operators/update';
import { type CheckedUpdate, checkUpdate, type UpdateOperator } from '../check-update.ts';
import type { Update } from '../collection.ts';
import { copyStored, type Fields, isFields } from './plain-value.ts';

const OPERATORS: Record<UpdateOperator, (fields: Fields) => (document: Fields) => unknown> = {
  $set: (fields) => $set(fields),
  $unset: (fields) => $unset(fields as Record<string, ''>),
  $inc: (fields) => $inc(fields as Record<string, number>),
  $push: (fields) => $push(fields),
  $pull: (fields) => $pull(fields),
  $max: (fields) => $max(fields),
};
const isOperator = (name: string): name is UpdateOperator => Object.hasOwn(OPERATORS, name);

// Where mingo passes over what MongoDB refuses, the document is not as its type says, and nothing may be taken for done.

const FITS: Partial<Record<UpdateOperator, { holds(value: unknown): boolean; wanted: string }>> = {
  $inc: { holds: (value) => typeof value === 'number', wanted: 'number' },
  $push: { holds: Array.isArray, wanted: 'array' },
  $pull: { holds: Array.isArray, wanted: 'array' },
};
/** These make what is missing on the way to their place, so nothing else may stand there. */
const MAKES_WAY = new Set<UpdateOperator>(['$set', '$inc', '$push', '$max']);

const holds = (value: unknown, name: string): value is Fields =>
  isFields(value) || (Array.isArray(value) && /^\d+$/.test(name));

const refuseMisfit = (document: Fields, operator: UpdateOperator, path: string): void => {
  let value: unknown = document;
  for (const name of path.split('.')) {
    if (value === undefined) return;
    if (!holds(value, name)) {
      if (MAKES_WAY.has(operator)) throw new TypeError(`${path} leads through what is no object`);
      return;
    }
    value = Object.hasOwn(value, name) ? value[name] : undefined;
  }
  const fits = FITS[operator];
  if (fits !== undefined && value !== undefined && !fits.holds(value)) {
    throw new TypeError(`${path} holds no ${fits.wanted}`);
  }
};

const refuseMisfits = (document: Fields, update: CheckedUpdate): void => {
  for (const [operator, fields] of Object.entries(update)) {
    if (isOperator(operator)) for (const path of Object.keys(fields)) refuseMisfit(document, operator, path);
  }
};

/** A function that changes a copy of a document; a TypeError names what the two stores do not share. */
export const compileUpdate = (update: Update<Fields>): (<T extends Fields>(document: T) => T) => {
  const checked = checkUpdate(update);
  const changes = Object.entries(checked).flatMap(([name, fields]) =>
    isOperator(name) ? [OPERATORS[name](fields)] : [],
  );
  return (document) => {
    refuseMisfits(document, checked);
    const changed = copyStored(document);
    for (const change of changes) change(changed);
    return changed;
  };
};
