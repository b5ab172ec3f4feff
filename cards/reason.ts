import type { Reason } from '../bot/routing/choose-agent.ts';
import type { Language } from '../bot/words.ts';

const WORDS = {
  da: {
    nobody: 'Ingen agent er ledig lige nu, så spørgeren bliver spurgt, før flere ser sagen.',
    both: 'kan både princippet og emnet',
    principle: 'kan princippet',
    topic: 'kan emnet',
    neither: 'er den, der har bedst tid',
    load: (load: number, capacity: number) => `har ${load} af højst ${capacity} sager`,
    read: (words: string) => `Læst ud af ordene: ${words}.`,
    guess: 'Ingen ord i teksten peger på et princip, så det er et gæt.',
    and: 'og',
  },
  en: {
    nobody: 'No agent is free just now, so the asker is asked before more people see the case.',
    both: 'knows both the principle and the topic',
    principle: 'knows the principle',
    topic: 'knows the topic',
    neither: 'has the most time',
    load: (load: number, capacity: number) => `has ${load} of at most ${capacity} cases`,
    read: (words: string) => `Read from the words: ${words}.`,
    guess: 'No words in the text point to a principle, so this is a guess.',
    and: 'and',
  },
} as const;

/** Says in a sentence or two why routing chose this agent. @param words the words of the dilemma that decided */
export const reasonInWords = (
  reason: Reason | null,
  agent: string | null,
  words: readonly string[],
  language: Language,
): string => {
  const t = WORDS[language];
  const read = words.length === 0 ? ` ${t.guess}` : ` ${t.read(words.join(', '))}`;
  if (reason === null) return t.nobody + read;
  const fit = reason.principle ? (reason.topic ? t.both : t.principle) : reason.topic ? t.topic : t.neither;
  return `${agent ?? ''} ${fit} ${t.and} ${t.load(reason.load, reason.capacity)}.${read}`.trim();
};
