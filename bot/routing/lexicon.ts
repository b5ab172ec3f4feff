import { z } from 'zod';
import { PRINCIPLES, TOPICS } from '../words.ts';

const entries = z.array(z.string().trim().min(1));

/** Words and phrases that point to a principle or a topic, by how much they say. */
const wordList = z.strictObject({ strong: entries, normal: entries, weak: entries });
export type WordList = z.infer<typeof wordList>;

const topicLists = z.record(z.enum(TOPICS), wordList);

/** The shape of content/lexicon.json; how an entry is written stands in its "about". */
export const lexiconSchema = z.strictObject({
  about: z.array(z.string()),
  wordGroups: z.record(z.string(), entries),
  principles: z.record(z.enum(PRINCIPLES), wordList.extend({ usualTopics: z.array(z.enum(TOPICS)) })),
  topics: topicLists,
  english: z.strictObject({ principles: z.record(z.enum(PRINCIPLES), wordList), topics: topicLists }),
  /** Dilemmas by the principle and topic they belong to; one with two labels stands in two places. */
  examples: z.record(z.enum(PRINCIPLES), z.record(z.enum(TOPICS), entries)),
});
export type Lexicon = z.infer<typeof lexiconSchema>;
