import { z } from 'zod';
import { PRINCIPLES, TOPICS } from '../words.ts';

const entries = z.array(z.string().trim().min(1));

/** Words and phrases that indicate a principle or a topic, by strength. */
const wordList = z.strictObject({ strong: entries, normal: entries, weak: entries });
export type WordList = z.infer<typeof wordList>;

const principleLists = z.record(z.enum(PRINCIPLES), wordList);
const topicLists = z.record(z.enum(TOPICS), wordList);

const GROUP = /<(.+?)>/g;
const STRENGTHS = ['strong', 'normal', 'weak'] as const;

/** Schema of `content/lexicon.json`. Its "about" explains the parts to editors. */
export const lexiconSchema = z
  .strictObject({
    about: z.array(z.string()),
    principles: principleLists,
    topics: topicLists,
    english: z.strictObject({ principles: principleLists, topics: topicLists }),
    /** Words of one kind: an entry refers to them as `<name>`, and examples teach about the group as a whole. */
    wordGroups: z.record(z.string(), entries),
  })
  .superRefine(({ principles, topics, english, wordGroups }, context) => {
    const parts: [string[], Record<string, WordList>][] = [
      [['principles'], principles],
      [['topics'], topics],
      [['english', 'principles'], english.principles],
      [['english', 'topics'], english.topics],
    ];
    for (const [part, lists] of parts)
      for (const [id, list] of Object.entries(lists))
        for (const strength of STRENGTHS)
          for (const [index, entry] of list[strength].entries())
            for (const group of unknownGroups(entry, wordGroups)) {
              const message = `names the word group <${group}>, which is not there. Write one of those in "wordGroups", or add it to them.`;
              context.addIssue({ code: 'custom', path: [...part, id, strength, index], message });
            }
  });
export type Lexicon = z.infer<typeof lexiconSchema>;

const unknownGroups = (entry: string, wordGroups: Readonly<Record<string, unknown>>): string[] =>
  [...entry.matchAll(GROUP)].map(([, group = '']) => group).filter((group) => !Object.hasOwn(wordGroups, group));
