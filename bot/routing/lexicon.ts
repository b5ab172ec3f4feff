import { z } from 'zod';
import { PRINCIPLES, TOPICS } from '../words.ts';

const entries = z.array(z.string().trim().min(1));

/** Words and phrases that point to a principle or a topic, by how much they say. */
const wordList = z.strictObject({ strong: entries, normal: entries, weak: entries });
export type WordList = z.infer<typeof wordList>;

const principleLists = z.record(z.enum(PRINCIPLES), wordList);
const topicLists = z.record(z.enum(TOPICS), wordList);

const GROUP = /<(.+?)>/g;

const lexicon = z
  .strictObject({
    about: z.array(z.string()),
    principles: principleLists,
    topics: topicLists,
    english: z.strictObject({ principles: principleLists, topics: topicLists }),
    /** Words of one kind; an entry calls them by `<name>`, and examples teach about the kind as a whole. */
    wordGroups: z.record(z.string(), entries),
    /** Dilemmas by the principle and topic they belong to; one with two labels stands in two places. */
    examples: z.record(z.enum(PRINCIPLES), z.record(z.enum(TOPICS), entries)),
  })
  .superRefine(({ principles, topics, english, wordGroups }, context) => {
    for (const lists of [principles, topics, english.principles, english.topics]) {
      for (const [id, { strong, normal, weak }] of Object.entries(lists)) {
        for (const entry of [...strong, ...normal, ...weak]) {
          for (const [, group = ''] of entry.matchAll(GROUP)) {
            if (!(group in wordGroups)) {
              context.addIssue({ code: 'custom', path: [id], message: `"${entry}" names an unknown word group` });
            }
          }
        }
      }
    }
  });
export type Lexicon = z.infer<typeof lexicon>;

/** content/lexicon.json is not shaped as its "about" says. */
export class LexiconFault extends Error {
  override readonly name = 'LexiconFault';
}

/** Throws one `LexiconFault` that lists everything wrong. */
export const parseLexicon = (data: unknown): Lexicon => {
  const parsed = lexicon.safeParse(data);
  if (parsed.success) return parsed.data;
  throw new LexiconFault(`content/lexicon.json: ${z.prettifyError(parsed.error)}`);
};
