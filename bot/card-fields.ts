import { z } from 'zod';
import { type Branded, caseId, nudgeId, personId } from './ids.ts';

/** The fields that cards send, each as it is decoded; what a person writes freely is in `privacy/free-text.ts`. */

/** YYYY-MM-DD */
export type IsoDate = `${number}-${number}-${number}`;
/** HH:MM */
export type IsoTime = `${number}:${number}`;
/** Such as 2026-W48. */
type IsoWeek = `${number}-W${number}`;
/** What somebody looks for; it is never kept. */
export type SearchWords = Branded<'SearchWords'>;
/** A phone number as somebody typed it, before `declaredPhone` has looked at it. */
export type TypedPhone = Branded<'TypedPhone'>;

export const id = z.string().min(1).max(80).transform(caseId);
/** A week and a person's id. */
export const nudge = z.string().min(1).max(100).transform(nudgeId);
export const person = z.string().min(1).max(80).transform(personId);
/** Cards send an empty string for a field left empty. */
export const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' || value === null ? undefined : value), schema.optional());
export const isoDate = z.iso.date().transform((date) => date as IsoDate);
export const isoTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .transform((time) => time as IsoTime);
export const isoWeek = z
  .string()
  .regex(/^\d{4}-W\d{2}$/)
  .transform((week) => week as IsoWeek);
export const searchWords = z
  .string()
  .max(200)
  .default('')
  .transform((words) => words as SearchWords);
export const typedPhone = z.string().transform((phone) => phone as TypedPhone);
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
