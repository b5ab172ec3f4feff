import { z } from 'zod';
import type { KindModel } from './kind-model.ts';

/** What belongs elsewhere, most serious first. */
export const MATTERS = ['danger', 'threat', 'whistleblower', 'harassment', 'decision'] as const;
export type Matter = (typeof MATTERS)[number];

const phrases = z.array(z.string().trim().min(1, 'Take the empty text out.')).readonly();

/** Needs one of each list in `of` near each other, and none of `unless`. */
const combination = z.strictObject({
  of: z.array(phrases).min(2, 'Write at least two lists of words, each in square brackets.').readonly(),
  unless: phrases.optional(),
});

/** `alone`: one of these is enough. `harmless`: these words count for nothing. */
const signs = z.strictObject({
  alone: phrases,
  together: z.array(combination).readonly(),
  harmless: phrases.optional(),
});

/**
 * Schema of `content/warning-words.json`, the words that make Sammen warn. A phrase is words separated by spaces; a
 * leading or trailing `*` on a word matches any beginning or ending, `_` stands for up to four words, and `@child` for
 * any word of the group "child".
 */
export const warningWordsSchema = z.strictObject({
  note: z.string().optional(),
  groups: z.record(z.string(), phrases),
  /** Words that count as one: each form as the word it stands under. */
  forms: z.record(z.string(), phrases),
  /** Words of like meaning, from which the warnings learn beyond the words of the examples. */
  meanings: z.record(z.string(), phrases).default({}),
  danger: signs,
  threat: signs,
  whistleblower: signs,
  harassment: signs,
  /** These count only where a citizen is named. */
  decision: signs,
  names: z.strictObject({
    firstNames: phrases,
    surnames: phrases,
    /** Words before a citizen's name: hr., fru, borgeren. */
    titles: phrases,
    surnameEndings: phrases,
    /** Words that make a name a place or a thing: Vej, Bibliotek. */
    places: phrases,
    /** Words before a name that is not a citizen's: Sankt, Dronning. */
    notAfter: phrases,
  }),
});

/** Schema of `content/warning-examples.json`: sentences from which Sammen learns what to warn of; null is ordinary. */
export const warningExamplesSchema = z
  .array(
    z.strictObject({
      text: z.string().trim().min(1, 'Write a sentence.'),
      kind: z.enum(MATTERS).nullable(),
    }),
  )
  .readonly();

type WarningExample = z.infer<typeof warningExamplesSchema>[number];
/** `examples`: what the warnings learn from besides their words; `model`: what they learned from just these. */
export type WarningWords = z.infer<typeof warningWordsSchema> & {
  examples?: readonly WarningExample[];
  model?: KindModel<Matter>;
};
