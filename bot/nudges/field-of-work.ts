import { z } from 'zod';
import type { Person } from '../people/person.ts';
import { FIELDS_OF_WORK, type FieldOfWork } from '../words.ts';

const WORD = 'Write a word of letters, such as "vej". "-skole" also ends a longer word, "skole-" also begins one.';

/** Schema of `content/fields.json`: the words in the names of units and professions that tell a field of work. */
export const fieldWordsSchema = z
  .array(
    z.strictObject({
      field: z.enum(FIELDS_OF_WORK),
      words: z.array(
        z
          .string(WORD)
          .trim()
          .toLowerCase()
          .regex(/^-?[\p{L}\d]+(?:[ -][\p{L}\d]+)*-?$/u, WORD),
      ),
    }),
  )
  .superRefine((rows, context) => {
    const seen = new Set<string>();
    for (const [row, { words }] of rows.entries())
      for (const [place, word] of words.entries()) {
        if (seen.has(word))
          context.addIssue({
            code: 'custom',
            path: [row, 'words', place],
            message: 'stands here twice. Take one out.',
          });
        seen.add(word);
      }
  })
  .readonly();

type FieldWords = z.infer<typeof fieldWordsSchema>;

/** The field of a colleague's work, which decides the nudges they get. `all` when neither unit nor profession tells. */
export type FieldOf = (person: Pick<Person, 'unit' | 'profession'>) => FieldOfWork;

/** The unit is read first because it says more than a job title, and of several words the longest says most. */
export const fieldFinder = (rows: FieldWords): FieldOf => {
  const signs = rows
    .flatMap(({ field, words }) => words.map((word) => ({ field, word, pattern: patternOf(word) })))
    .toSorted((a, b) => b.word.length - a.word.length);
  const read = (name: string): FieldOfWork | null => {
    const words =
      name
        .toLocaleLowerCase('da')
        .match(/[\p{L}\d]+/gu)
        ?.join(' ') ?? '';
    return signs.find(({ pattern }) => pattern.test(words))?.field ?? null;
  };
  // Thousands of people share some hundreds of units and professions.
  const known = new Map<string, FieldOfWork | null>();
  const fieldIn = (name: string): FieldOfWork | null => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const field = read(name);
    known.set(name, field);
    return field;
  };
  return ({ unit, profession }) => fieldIn(unit ?? '') ?? fieldIn(profession ?? '') ?? 'all';
};

/** "skole" is also found as skolen, skolens, skoler, skolerne. */
const ENDINGS = '(?:e|en|et|n|r|er|ne|erne)?s?';

const patternOf = (word: string): RegExp => {
  const bare = word.replace(/^-|-$/gu, '').replace(/-/gu, ' ');
  const before = word.startsWith('-') ? '[\\p{L}\\d]*' : '';
  const after = word.endsWith('-') ? '[\\p{L}\\d]*' : ENDINGS;
  return new RegExp(`(?:^| )${before}${bare}${after}(?: |$)`, 'u');
};
