import { z } from 'zod';
import { FIELDS_OF_WORK, NUDGE_KINDS, PRINCIPLES } from '../words.ts';

/** Read in half a minute; what is longer is two nudges. */
const LONGEST_NUDGE = 300;
const LONGEST_ID = 40;

const ID = `write an id of plain letters, digits and hyphens, at most ${LONGEST_ID}, such as lf-tael-til-tre`;
const oneOf = <const Words extends readonly string[]>(words: Words) =>
  z.enum(words, `write one of ${words.join(', ')}`);
const inLanguage = (language: string) => {
  const missing = `write the nudge in ${language}`;
  return z
    .string(missing)
    .trim()
    .min(1, missing)
    .max(LONGEST_NUDGE, {
      error: ({ input }) => `write at most ${LONGEST_NUDGE} characters; it has ${String(input).length}`,
    });
};

const SHAPE = {
  /** Never changed or used again: it says who got what. */
  id: z
    .string(ID)
    .max(LONGEST_ID, ID)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, ID),
  principle: oneOf(PRINCIPLES),
  kind: oneOf(NUDGE_KINDS),
  field: oneOf(FIELDS_OF_WORK),
  da: inLanguage('Danish'),
  en: inLanguage('English'),
};
const nudge = z.strictObject(SHAPE, {
  error: ({ code, keys }) =>
    code === 'unrecognized_keys'
      ? `${(keys as string[]).join(', ')} is not known here; mend the spelling or take it out`
      : `write an object with ${Object.keys(SHAPE).join(', ')}`,
});

/** One concrete act that brings a principle into somebody's week. */
export type Nudge = Readonly<z.infer<typeof nudge>>;

/** The nudge with this name; null when the library has none. */
export const nudgeNamed = (id: string | null, library: readonly Nudge[]): Nudge | null =>
  library.find((nudge) => nudge.id === id) ?? null;

/** `content/nudges.json` is no library of nudges. */
export class NudgesFault extends Error {
  override readonly name = 'NudgesFault';
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(`content/nudges.json needs mending:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.faults = faults;
  }
}

const idOf = z.object({ id: z.string().min(1) });

/** An entry is called by its id, or by its place when it has none. */
const nameOf = (entry: unknown, index: number): string => {
  const read = idOf.safeParse(entry);
  return read.success ? `"${read.data.id}"` : `entry ${index + 1}`;
};

/**
 * The municipality's own nudges, in the order of the file.
 * @throws NudgesFault with every fault at once, each with its entry and how to mend it
 */
export const readNudges = (json: unknown): readonly Nudge[] => {
  if (!Array.isArray(json)) throw new NudgesFault(['the file: write a list of nudges']);
  const entries: readonly unknown[] = json;
  const faults: string[] = [];
  const nudges: Nudge[] = [];
  for (const [index, entry] of entries.entries()) {
    const read = nudge.safeParse(entry);
    if (read.success) nudges.push(read.data);
    else {
      for (const { path, message } of read.error.issues) {
        faults.push([nameOf(entry, index), ...path, message].join(': '));
      }
    }
  }
  if (faults.length === 0) faults.push(...repeated(nudges), ...withoutAny(nudges));
  if (faults.length > 0) throw new NudgesFault(faults);
  return nudges;
};

const repeated = (nudges: readonly Nudge[]): string[] =>
  nudges.flatMap(({ id }, index) =>
    nudges.slice(0, index).some((earlier) => earlier.id === id)
      ? [`"${id}": id: another nudge has it; give each its own`]
      : [],
  );

/** In a principle's week everybody is served, so each principle needs a nudge that fits all. */
const withoutAny = (nudges: readonly Nudge[]): string[] =>
  PRINCIPLES.filter((id) => !nudges.some(({ principle, field }) => principle === id && field === 'all')).map(
    (id) => `${id}: write at least one nudge with "field": "all" for it`,
  );
