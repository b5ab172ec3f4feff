import { hash } from 'node:crypto';
import type { KindModel } from './kind-model.ts';
import { learnKinds } from './learned-kinds.ts';
import { sentencesOf } from './phrase-finder.ts';
import { createPlainForms } from './plain-forms.ts';
import { MATTERS, type Matter, type WarningWords } from './warning-words.ts';
import { createWordMeanings, type WordMeanings } from './word-meanings.ts';

/** Brings a text into the words that the warnings learn from. */
export const createWordReader = ({ forms }: Pick<WarningWords, 'forms'>): ((text: string) => string[]) => {
  const read = createPlainForms(forms);
  return (text) => read(sentencesOf(text).flat());
};

export const createMeanings = ({
  forms,
  groups,
  meanings,
}: Pick<WarningWords, 'forms' | 'groups' | 'meanings'>): WordMeanings =>
  createWordMeanings({ ...groups, ...meanings }, createPlainForms(forms));

/** Learns from the examples which texts warn, and of what. It takes a second. */
export const learnWarnings = (words: WarningWords): KindModel<Matter> => {
  const read = createWordReader(words);
  return learnKinds(
    MATTERS,
    // A decision is one only about a named citizen; without the name it is an ordinary dilemma.
    MATTERS.filter((kind) => kind !== 'decision'),
    (words.examples ?? []).map(({ text, kind }) => ({ words: read(text), kind })),
    createMeanings(words),
  );
};

/** Stands for all that the warnings learn from: a model fits the words only when this is the same. */
export const learnedFrom = ({ forms, groups, meanings, examples }: WarningWords): string =>
  hash('sha256', JSON.stringify([forms, groups, meanings, examples]), 'base64url');
