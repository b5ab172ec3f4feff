import { z } from 'zod';

const phrases = z.array(z.string().trim().min(1, 'Take the empty text out.')).readonly();

/** `alone`: one of these is enough. `together`: one of each list, in the same sentence. */
const signs = z.strictObject({
  alone: phrases,
  together: z.array(z.tuple([phrases, phrases], 'Write two lists of words, each in square brackets.')).readonly(),
});

/**
 * The words that make Sammen warn: `content/warning-words.json`. A phrase is words with spaces between; a word may
 * begin or end with `*` for any beginning or ending.
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
    /** What stands before a name: hr., fru, borgeren. */
    titles: phrases,
    surnameEndings: phrases,
    /** What makes a name a place or a thing: Vej, Bibliotek. */
    places: phrases,
    /** What stands before a name that is no citizen's: Sankt, Dronning. */
    notAfter: phrases,
  }),
});

export type WarningWords = z.infer<typeof warningWordsSchema>;
