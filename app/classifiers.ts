import type { Logger } from 'pino';
import { createEmbeddings } from '../adapters/embeddings/create-embeddings.ts';
import type { Deps } from '../bot/deps.ts';
import { createClassifier, isSure } from '../bot/routing/classify.ts';
import { createClassifierWithHelp } from '../bot/routing/classify-with-help.ts';
import type { Content } from './content/load-content.ts';
import type { Config } from './settings/config.ts';

/** The classifier by words alone, and the one that a server of embeddings helps, where there is one. */
export const createClassifiers = (
  content: Pick<Content, 'lexicon' | 'dilemmas' | 'noDilemmas' | 'ownExamples' | 'routingModel'>,
  { embeddingsUrl }: Pick<Config, 'embeddingsUrl'>,
  log: Pick<Logger, 'info' | 'warn'>,
): Pick<Deps, 'classify' | 'classifyWithHelp' | 'usesEmbeddings'> => {
  const classify = createClassifier(content, content.routingModel, content.ownExamples);
  if (embeddingsUrl === null)
    return { classify, classifyWithHelp: async (text) => classify(text), usesEmbeddings: false };
  const examples = [...content.dilemmas, ...content.ownExamples];
  log.info(`masked dilemmas go to ${embeddingsUrl.origin} for embeddings (EMBEDDINGS_URL)`);
  const embeddings = createEmbeddings(embeddingsUrl, {
    info: (message) => log.info(message),
    warn: (message) => log.warn(message),
  });
  return {
    classify,
    classifyWithHelp: createClassifierWithHelp({ classify, isSure, examples, embeddings }),
    usesEmbeddings: true,
  };
};
