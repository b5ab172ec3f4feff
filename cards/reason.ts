import type { Reason } from '../bot/routing/choose-agent.ts';
import type { Classification } from '../bot/routing/classify.ts';
import type { Language, Principle } from '../bot/words.ts';
import { TEXTS } from './texts/texts.ts';

const WORDS = {
  da: {
    nobody: 'Ingen agent er ledig lige nu, så spørgeren bliver spurgt, før flere ser sagen.',
    knows: (fields: string) => `kender til ${fields}`,
    neither: 'er den, der har bedst tid,',
    load: (load: number, capacity: number) => `har ${load} af højst ${capacity} sager`,
    read: (words: string) => `Læst ud af ordene: ${words}.`,
    guess: 'Det er et gæt.',
    silent: 'Teksten siger ikke, hvad sagen handler om, så det er et gæt.',
  },
  en: {
    nobody: 'No agent is free just now, so the asker is asked before more people see the case.',
    knows: (fields: string) => `knows about ${fields}`,
    neither: 'has the most time',
    load: (load: number, capacity: number) => `has ${load} of at most ${capacity} cases`,
    read: (words: string) => `Read from the words: ${words}.`,
    guess: 'This is a guess.',
    silent: 'The text does not say what the case is about, so this is a guess.',
  },
} as const;

export type Routed = {
  reason: Reason | null;
  agent: string | null;
  /** The words of the dilemma that decided. */
  words: readonly string[];
  classified: Pick<Classification, 'sure' | 'says' | 'names'>;
};

/** Says in a few sentences why routing chose this agent, and whether that was a guess. */
export const reasonInWords = (
  { reason, agent, words, classified }: Routed,
  language: Language,
  nameOf: (principle: Principle) => string,
): string => {
  const t = WORDS[language];
  const who = reason === null ? t.nobody : whyThem(reason, agent ?? '', language, nameOf);
  if (!classified.says) return `${who} ${t.silent}`;
  const read = words.length === 0 || !classified.names ? '' : ` ${t.read(words.join(', '))}`;
  return `${who}${read}${classified.sure ? '' : ` ${t.guess}`}`;
};

const whyThem = (
  { knows, load, capacity }: Reason,
  agent: string,
  language: Language,
  nameOf: (principle: Principle) => string,
): string => {
  const t = WORDS[language];
  const { topicInSentence, and } = TEXTS[language].labels;
  const fields = [
    ...(knows?.principle ? [`"${nameOf(knows.principle)}"`] : []),
    ...(knows?.topic ? [topicInSentence[knows.topic]] : []),
  ].join(and);
  return `${agent} ${fields === '' ? t.neither : t.knows(fields)}${and}${t.load(load, capacity)}.`.trim();
};
