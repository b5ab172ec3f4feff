import { z } from 'zod';
import { LONGEST_TALK, SHORTEST_TALK } from './dates/read-duration.ts';
import { TypedDate, TypedDuration, TypedMoment, TypedTime } from './dates/typed.ts';
import { type Branded, caseId, meetingId, nudgeId, nudgeTextId, personId, storyId } from './ids.ts';

/** Schemas for the fields that cards send. Free text has its own in `privacy/free-text.ts`. */

/** A search term; it is never stored. */
export type SearchWords = Branded<'SearchWords'>;
/** A phone number as typed, before `declaredPhone` has checked it. */
export type TypedPhone = Branded<'TypedPhone'>;

/** A person as chosen from a list or typed: an id, or a name. It is looked up and never stored. */
export type PersonChoice = Branded<'PersonChoice'>;

export const id = z.string().min(1).max(80).transform(caseId);
export const story = z
  .string()
  .min(1)
  .max(80)
  .regex(/^[\w-]+$/)
  .transform(storyId);
/** Whose teller is asked, when a card names it. */
export const meeting = z
  .string()
  .min(1)
  .max(120)
  .regex(/^[\w.-]+$/)
  .transform(meetingId);
/** A nudge's id: a week and a person's id. */
export const nudge = z.string().min(1).max(100).transform(nudgeId);
/** A text of the library or one like it. */
export const nudgeText = z
  .string()
  .max(80)
  .regex(/^[\w.:-]+$/)
  .transform(nudgeTextId);
export const person = z.string().min(1).max(80).transform(personId);
/** Makes a field optional. Cards send an empty string for an empty field; blanks count as empty, too. */
export const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess(
    (value) => (value === null || (typeof value === 'string' && value.trim() === '') ? undefined : value),
    schema.optional(),
  );
/** A date in any form that clients send or people write (docs/rules.md, "Dates and times"). */
export const isoDate = z.string().transform((text) => new TypedDate(text));
/** A time of day in any such form. */
export const isoTime = z.string().transform((text) => new TypedTime(text));
/** A date with a time in any such form. */
export const moment = z.string().transform((text) => new TypedMoment(text));
export const searchWords = z
  .string()
  .max(200)
  .default('')
  .transform((words) => words as SearchWords);
export const typedPhone = z.string().transform((phone) => phone as TypedPhone);
/** A moment that a card brings along: ISO 8601 with a zone; seconds are optional. */
export const instant = z
  .union([z.iso.datetime({ offset: true }), z.iso.datetime({ offset: true, precision: -1 })])
  .transform((value) => new Date(value));
/** A whole number; cards send it as text. */
export const wholeNumber = z.union([
  z.number(),
  z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
]);
/** How long a talk lasts: minutes, or what people write, such as "30 min" and "en time". */
export const minutes = z.union([
  z.number().int().min(SHORTEST_TALK).max(LONGEST_TALK),
  z.string().transform((text) => new TypedDuration(text)),
]);
export const flag = z
  .union([z.boolean(), z.enum(['yes', 'no', 'true', 'false'])])
  .transform((v) => v === true || v === 'yes' || v === 'true');

/** A multiple choice: Adaptive Cards send it comma-separated, Slack as a list. */
export const severalOf = <T extends string>(values: readonly [T, ...T[]]) =>
  z.preprocess(
    (value) => (typeof value === 'string' ? splitAtCommas(value) : value),
    z.array(z.enum(values)).transform((chosen): T[] => values.filter((value) => chosen.some((c) => c === value))),
  );

/** One person, from a list or by name. Who is nobody, or missing, is refused in words. */
export const personChoice = z
  .string()
  .max(200)
  .default('')
  .transform((choice) => choice as PersonChoice);

/**
 * Several people: Adaptive Cards and a text field send them comma-separated, Slack and scripts as a list. Who is
 * nobody, and how many are too many, is said in words.
 */
export const personChoices = z.preprocess(
  (value) => (typeof value === 'string' ? splitAtCommas(value) : value),
  z.array(
    z
      .string()
      .min(1)
      .transform((choice) => choice as PersonChoice),
  ),
);

const splitAtCommas = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
