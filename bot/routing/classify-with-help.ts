import { type Masked, maskPersonalNumbers } from '../privacy/mask.ts';
import { SECOND } from '../time/units.ts';
import { PRINCIPLES, TOPICS } from '../words.ts';
import type { Classification } from './classify.ts';
import type { Embeddings } from './embeddings.ts';
import type { Example } from './examples.ts';
import { mixedWith, neighboursOf, type Placed, sharesAmong } from './neighbours.ts';

/** Nobody waits longer than this for help (docs/rules.md, "Embeddings"). */
const MAX_WAIT_MS = 300;
const BATCH = 32;
/** Nobody waits for the examples, and a small machine takes its time. */
const BATCH_WAIT_MS = 20 * SECOND;

export type HelpedDeps = {
  classify: (text: string) => Classification;
  /** From which probability of the best principle it counts as sure. */
  isSure: (principles: Classification['principles']) => boolean;
  examples: readonly Example[];
  embeddings: Embeddings;
};

/**
 * Creates a classifier that also looks at the examples nearest in meaning. Until all of them are placed, and whenever
 * there is no help in time, it says what `classify` says. It begins to place them at the first text.
 */
export const createClassifierWithHelp = ({ classify, isSure, examples, embeddings }: HelpedDeps) => {
  const place = createPlacing(examples, embeddings);
  return async (text: Masked): Promise<Classification> => {
    const own = classify(text);
    const placed = place.all();
    if (placed === null || !own.says) return own;
    const [vector] = (await embeddings.vectorsOf([text], MAX_WAIT_MS)) ?? [];
    if (vector === undefined) return own;
    // The server has another model now, whose directions mean something else.
    if (vector.length !== placed[0]?.vector.length) {
      place.startOver(placed);
      return own;
    }
    const neighbours = neighboursOf(vector, placed);
    if (neighbours.length === 0) return own;
    const shares = <Id extends string>(ids: readonly Id[], labelsOf: (example: Placed) => readonly Id[]) =>
      sharesAmong(neighbours, ids, labelsOf);
    const principles = mixedWith(
      own.principles,
      shares(PRINCIPLES, (example) => example.principles),
    );
    const topics = mixedWith(
      own.topics,
      shares(TOPICS, (example) => example.topics),
    );
    return { ...own, principles, topics, sure: own.names && isSure(principles) };
  };
};

/** The examples with their vectors, fetched batch by batch when they are first asked for. */
const createPlacing = (examples: readonly Example[], embeddings: Embeddings) => {
  let placed: Placed[] = [];
  let isPlacing = false;

  const placeRest = async (): Promise<void> => {
    while (placed.length < examples.length) {
      const batch = examples.slice(placed.length, placed.length + BATCH);
      const texts = batch.map(({ text }) => maskPersonalNumbers(text, { phones: [] }).text);
      const vectors = await embeddings.vectorsOf(texts, BATCH_WAIT_MS);
      if (vectors === null) return;
      const added = batch.flatMap(({ principles, topics }, i): Placed[] => {
        const vector = vectors[i];
        return vector === undefined ? [] : [{ principles, topics, vector }];
      });
      const length = placed[0]?.vector.length ?? added[0]?.vector.length;
      if (added.length !== batch.length || added.some(({ vector }) => vector.length !== length)) {
        placed = [];
        return;
      }
      placed.push(...added);
    }
  };

  return {
    /** Null until all are placed; what is missing is then fetched in the background. */
    all: (): readonly Placed[] | null => {
      if (placed.length === examples.length) return placed;
      if (!isPlacing) {
        isPlacing = true;
        void placeRest().finally(() => {
          isPlacing = false;
        });
      }
      return null;
    },
    /** Forgets these vectors; not those that were fetched since. */
    startOver: (old: readonly Placed[]): void => {
      if (placed === old) placed = [];
    },
  };
};
