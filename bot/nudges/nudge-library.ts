import { z } from 'zod';
import { repeatedIds } from '../content/repeated-ids.ts';
import { type NudgeTextId, nudgeTextId } from '../ids.ts';
import { FIELDS_OF_WORK, type Language, NUDGE_KINDS, PRINCIPLES } from '../words.ts';

/** In characters: half a minute of reading. */
const MAX_NUDGE_LENGTH = 300;
const MAX_ID_LENGTH = 40;

const ID = `Write an id of plain letters, digits and hyphens, at most ${MAX_ID_LENGTH}, such as lf-tael-til-tre.`;
const inLanguage = (language: string) => {
  const mend = `Write the nudge in ${language} there, in at most ${MAX_NUDGE_LENGTH} characters.`;
  return z
    .string(mend)
    .trim()
    .min(1, mend)
    .max(MAX_NUDGE_LENGTH, `Write at most ${MAX_NUDGE_LENGTH}; what is longer is two nudges.`);
};

const nudge = z.strictObject({
  /** Never changed or reused: it records who got what. */
  id: z
    .string(ID)
    .max(MAX_ID_LENGTH, ID)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, ID)
    .transform(nudgeTextId),
  principle: z.enum(PRINCIPLES),
  kind: z.enum(NUDGE_KINDS),
  field: z.enum(FIELDS_OF_WORK),
  da: inLanguage('Danish'),
  en: inLanguage('English'),
});

/** One concrete act that brings a principle into a working week. */
export type Nudge = Readonly<z.infer<typeof nudge>> & {
  /** The language in which a colleague told it; missing for a text of the library. */
  readonly told?: Language;
};

/** The nudge with this id; null when the library has none. */
export const nudgeById = (id: NudgeTextId | null, library: readonly Nudge[]): Nudge | null =>
  library.find((nudge) => nudge.id === id) ?? null;

/** Schema of `content/nudges.json`: the municipality's own nudges, in file order. */
export const nudgesSchema = z
  .array(nudge)
  .superRefine((nudges, context) => {
    for (const path of repeatedIds(nudges))
      context.addIssue({ code: 'custom', path, message: 'is the id of an earlier nudge, too. Give each its own.' });
    // Everyone gets something in a principle's week, so each principle needs a nudge that fits all.
    for (const id of PRINCIPLES.filter(
      (id) => !nudges.some((nudge) => nudge.principle === id && nudge.field === 'all'),
    )) {
      const message = `has no nudge for everybody in ${JSON.stringify(id)}. Write at least one with "principle": ${JSON.stringify(id)} and "field": "all".`;
      context.addIssue({ code: 'custom', path: [], message });
    }
  })
  .readonly();
