import type { Embeddings } from '../../bot/routing/embeddings.ts';
import { MINUTE, SECOND } from '../../bot/time/units.ts';
import { NoVectors, postTexts } from './post-texts.ts';
import { readVectors } from './read-vectors.ts';

/** After a failure the server is left alone for so long, so that not every text waits for it in vain. */
const PAUSE_MS = 20 * SECOND;
/** While a server keeps failing, the log says so at most once in this time. */
const SAY_AGAIN_MS = 30 * MINUTE;

export type EmbeddingsLog = { info(message: string): void; warn(message: string): void };

/** Asks the server at `url` for vectors. @param now the machine's clock, in milliseconds */
export const createEmbeddings = (url: URL, log: EmbeddingsLog, now: () => number = Date.now): Embeddings => {
  let pausedUntil = 0;
  let saidAt = Number.NEGATIVE_INFINITY;
  let isSaid = false;

  const failed = (error: unknown) => {
    pausedUntil = now() + PAUSE_MS;
    if (now() - saidAt < SAY_AGAIN_MS) return;
    saidAt = now();
    isSaid = true;
    const why = error instanceof NoVectors ? error.message : `an unforeseen fault (${nameOf(error)})`;
    log.warn(`the server of EMBEDDINGS_URL is of no help: ${why}. Agents are found without it meanwhile.`);
  };
  const worked = () => {
    if (isSaid) log.info('the server of EMBEDDINGS_URL helps again');
    isSaid = false;
  };

  return {
    vectorsOf: async (texts, within) => {
      if (now() < pausedUntil) return null;
      try {
        const vectors = readVectors(await postTexts(url, texts, within), texts.length);
        worked();
        return vectors;
      } catch (error) {
        failed(error);
        return null;
      }
    },
  };
};

/** Never its message, which may hold what somebody wrote. */
const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);
