import { z } from 'zod';
import { caseId, nudgeId, personId } from './ids.ts';

/** The fields that cards send, each as it is decoded. */

export const id = z.string().min(1).max(80).transform(caseId);
/** A week and a person's id. */
export const nudge = z.string().min(1).max(100).transform(nudgeId);
export const person = z.string().min(1).max(80).transform(personId);
/** Cards send no key at all for a field left empty; what needs words says so in a sentence. */
export const text = z.string().default('');
/** Cards send an empty string for a field left empty. */
export const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' || value === null ? undefined : value), schema.optional());
export const isoDate = z.iso.date();
export const isoTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
/** ISO 8601 with a zone; the seconds may be left out. */
export const instant = z
  .union([z.iso.datetime({ offset: true }), z.iso.datetime({ offset: true, precision: -1 })])
  .transform((value) => new Date(value));
/** Cards send a number as text. */
export const wholeNumber = z.union([
  z.number(),
  z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
]);
export const minutes = wholeNumber.pipe(z.number().int().min(5).max(480));
export const flag = z
  .union([z.boolean(), z.enum(['yes', 'no', 'true', 'false'])])
  .transform((v) => v === true || v === 'yes' || v === 'true');

/** Several of a few: Adaptive Cards send them with commas between, Slack as a list. */
export const severalOf = <T extends string>(values: readonly [T, ...T[]]) =>
  z.preprocess(
    (value) => (typeof value === 'string' ? splitAtCommas(value) : value),
    z.array(z.enum(values)).transform((chosen): T[] => values.filter((one) => chosen.some((other) => other === one))),
  );

const splitAtCommas = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
