import { z } from 'zod';
import { repeatedIds } from '../content/repeated-ids.ts';
import { PRINCIPLES, TOPICS } from '../words.ts';

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

/** Schema of `content/no-dilemmas.json`: texts that say nothing about work, which Sammen does not guess at. */
export const noDilemmasSchema = z.array(z.string().trim().min(1, 'Write a text.')).readonly();
