import { z } from 'zod';
import { repeatedIds } from '../content/repeated-ids.ts';
import { PRINCIPLES, type Principle, TOPICS, type Topic } from '../words.ts';

const labels = <const T extends readonly string[]>(ids: T) => z.array(z.enum(ids)).min(1).readonly();

/** A line of `content/dilemmas.ndjson`, with all labels that fit. */
const exampleSchema = z.strictObject({
  id: z.string().trim().min(1, 'Give each dilemma an id of its own.'),
  text: z.string().trim().min(1, 'Write the dilemma.'),
  principles: labels(PRINCIPLES),
  topics: labels(TOPICS),
});

export const examplesSchema = z
  .array(exampleSchema)
  .superRefine((examples, context) => {
    for (const path of repeatedIds(examples))
      context.addIssue({ code: 'custom', path, message: 'is the id of an earlier dilemma, too. Give each its own.' });
  })
  .readonly();
export type NamedExample = z.infer<typeof exampleSchema>;

/** A dilemma from which Sammen learns what belongs to which principles and topics. */
export type Example = Omit<z.infer<typeof exampleSchema>, 'id'>;

/** The share of a principle's examples that have each topic. */
export const usualTopics = (examples: readonly Example[]): Map<Principle, Map<Topic, number>> =>
  new Map(
    PRINCIPLES.map((principle) => {
      const own = examples.filter(({ principles }) => principles.includes(principle));
      const shareOf = (topic: Topic) =>
        own.reduce((sum, { topics }) => sum + (topics.includes(topic) ? 1 / topics.length : 0), 0) / (own.length || 1);
      return [principle, new Map(TOPICS.map((topic) => [topic, shareOf(topic)]))];
    }),
  );
