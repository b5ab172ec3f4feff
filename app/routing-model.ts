import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { z } from 'zod';
import { type Lessons, learnRouting, routingLearnedFrom } from '../bot/routing/learn-routing.ts';
import {
  plainModelSchema,
  type RoutingModel,
  readRoutingModel,
  writeRoutingModel,
} from '../bot/routing/routing-model.ts';

const NOTE =
  'Made by "npm run train" from lexicon.json, dilemmas.ndjson and no-dilemmas.json. Nothing to edit. When one of those was changed, Sammen learns anew at every start, some seconds, until this is made again.';

/** Schema of `learned/routing-model.json`. */
export const writtenRoutingModelSchema = plainModelSchema.extend({
  note: z.string(),
  /** Stands for the words and examples that it was learned from. */
  madeFrom: z.string(),
  /** The model's bytes, compressed. */
  packed: z.string(),
});

/** Short lists stand on one line, as the formatter wants them. */
const LIST = /\[[^\]"]*\]/g;

/** What `learned/routing-model.json` should hold for these lessons. */
export const routingModelText = ({ lexicon, dilemmas, noDilemmas }: Lessons): string => {
  const lessons = { lexicon, dilemmas, noDilemmas };
  const { plain, bytes } = writeRoutingModel(learnRouting(lessons));
  const packed = brotliCompressSync(bytes).toString('base64');
  const json = JSON.stringify({ note: NOTE, madeFrom: routingLearnedFrom(lessons), ...plain, packed }, null, 2);
  return `${json.replace(LIST, (list) => list.replace(/\s+/g, ' ').replace(/^\[ | \]$/g, (edge) => edge.trim()))}\n`;
};

/** The model as it stands in the file; null when it was learned from other lessons. */
export const routingModelIn = (
  { note: _note, madeFrom, packed, ...plain }: z.infer<typeof writtenRoutingModelSchema>,
  lessons: Lessons,
): RoutingModel | null =>
  madeFrom === routingLearnedFrom(lessons)
    ? readRoutingModel(plain, brotliDecompressSync(Buffer.from(packed, 'base64')))
    : null;
