import { z } from 'zod';

const phrases = z.array(z.string().trim().min(1, 'Take the empty text out.')).readonly();

/** `alone`: one of these is enough. `together`: needs one of each pair of lists in the same sentence. */
const signs = z.strictObject({
  alone: phrases,
  together: z.array(z.tuple([phrases, phrases], 'Write two lists of words, each in square brackets.')).readonly(),
});

/**
 * Schema of `content/warning-words.json`, the words that make Sammen warn. A phrase is words separated by spaces; a
 * leading or trailing `*` on a word matches any beginning or ending.
 */
export const warningWordsSchema = z.strictObject({
  note: z.string().optional(),
  danger: signs,
  whistleblower: signs,
  harassment: signs,
  /** These count only where a citizen is named. */
  decision: phrases,
  names: z.strictObject({
    firstNames: phrases,
    /** Words before a citizen's name: hr., fru, borgeren. */
    titles: phrases,
    surnameEndings: phrases,
    /** Words that make a name a place or a thing: Vej, Bibliotek. */
    places: phrases,
    /** Words before a name that is not a citizen's: Sankt, Dronning. */
    notAfter: phrases,
  }),
});

export type WarningWords = z.infer<typeof warningWordsSchema>;
