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
  return ({ unit, profession }) => {
    for (const name of [unit, profession]) {
      const words =
        (name ?? '')
          .toLocaleLowerCase('da')
          .match(/[\p{L}\d]+/gu)
          ?.join(' ') ?? '';
      const sign = signs.find(({ pattern }) => pattern.test(words));
      if (sign !== undefined) return sign.field;
    }
    return 'all';
  };
};

/** "skole" is also found as skolen, skolens, skoler, skolerne. */
const ENDINGS = '(?:e|en|et|n|r|er|ne|erne)?s?';

const patternOf = (word: string): RegExp => {
  const bare = word.replace(/^-|-$/gu, '').replace(/-/gu, ' ');
  const before = word.startsWith('-') ? '[\\p{L}\\d]*' : '';
  const after = word.endsWith('-') ? '[\\p{L}\\d]*' : ENDINGS;
  return new RegExp(`(?:^| )${before}${bare}${after}(?: |$)`, 'u');
};
