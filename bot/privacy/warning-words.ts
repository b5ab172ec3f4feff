import { z } from 'zod';

const phrases = z.array(z.string().trim().min(1, 'take the empty line out')).readonly();

/** `alone`: one of these is enough. `together`: one of each list, in the same sentence. */
const signs = z.strictObject({
  alone: phrases,
  together: z.array(z.tuple([phrases, phrases], 'give two lists, each in square brackets')).readonly(),
});

const warningWords = z.strictObject({
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

/**
 * The words that make Sammen warn: `content/warning-words.json`. A phrase is words with spaces between; a word may
 * begin or end with `*` for any beginning or ending.
 */
export type WarningWords = z.infer<typeof warningWords>;

export class WarningWordsFault extends Error {
  override readonly name = 'WarningWordsFault';
}

/** @throws WarningWordsFault that names every fault at once, each with where it stands */
export const parseWarningWords = (json: unknown): WarningWords => {
  const parsed = warningWords.safeParse(json);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => `  - ${path.join('.') || 'the file'}: ${message}`);
  throw new WarningWordsFault(`warning-words.json needs mending:\n${faults.join('\n')}`);
};
