import type { Principle, Topic } from '../words.ts';
import type { Classification, Ranked } from './classify.ts';

/**
 * What Sammen made of a text, as the draft and its case keep it (docs/rules.md, "What a case is about"). It holds no
 * word of the text, and is erased with it.
 */
export type Guess = {
  /** All of them, best first, with probabilities from 0 to 1. */
  principles: Ranked<Principle>[];
  topics: Ranked<Topic>[];
  /** The text says so little that none of them is named; missing when they may be. */
  vague?: true;
} & Pick<Classification, 'sure' | 'says' | 'needs'>;

/** Who named what a case is about, in place of the guess. `nudge`: the principle of the nudge that led to it. */
const LABELLERS = ['asker', 'agent', 'nudge'] as const;
type Labeller = (typeof LABELLERS)[number];
export type Labelled = { principle?: Labeller; topic?: Labeller };

/** A label that a person named is certain; the rest is as likely as it was guessed. */
export type Labels = {
  principle: Principle;
  topic: Topic;
  guess?: Guess | null;
  labelled?: Labelled;
};

export const guessFrom = ({ principles, topics, sure, says, names, needs }: Classification): Guess => ({
  principles: principles.map(rounded),
  topics: topics.map(rounded),
  sure,
  says,
  ...(says && !names ? { vague: true as const } : {}),
  needs: [...needs],
});

/** Three decimals are plenty, and the same on every machine. */
const rounded = <T>({ id, probability }: Ranked<T>): Ranked<T> => ({
  id,
  probability: Math.round(probability * 1000) / 1000,
});

/** How sure it is what a case is about. `vague`: a guess that names nothing. `silent`: its text does not say. */
export type Certainty = 'sure' | 'guess' | 'vague' | 'silent';

/** Whether what a case is about may be named at all. */
export const mayName = (certainty: Certainty): boolean => certainty === 'sure' || certainty === 'guess';

export const certaintyOf = ({ guess, labelled = {} }: Pick<Labels, 'guess' | 'labelled'>): Certainty => {
  if (labelled.principle !== undefined || !guess) return 'sure';
  if (labelled.topic === undefined) {
    if (!guess.says) return 'silent';
    if (guess.vague) return 'vague';
  }
  if (!guess.says || guess.vague) return 'guess';
  return guess.sure ? 'sure' : 'guess';
};
