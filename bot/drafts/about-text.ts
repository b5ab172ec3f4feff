import type { Masked } from '../privacy/mask.ts';
import { type Guess, guessFrom, type Labelled, type Labels } from '../routing/guess.ts';
import type { DraftCommand } from './command.ts';
import type { DraftDeps } from './deps.ts';
import type { Draft } from './draft.ts';

type About = Pick<Draft, 'principle' | 'topic'> & { guess: Guess | null };

/** Nothing was written, or nothing was guessed: the most general of each. */
const ANY = { principle: 'lytter-foerst', topic: 'borgerdialog' } as const;

/**
 * What a text is about: as it was guessed, except for what its writer named themselves (docs/rules.md, "What a case is
 * about").
 */
export const aboutText = async (
  text: Masked,
  named: Pick<Draft, 'labelled'> & Partial<Pick<Draft, 'principle' | 'topic'>>,
  { classifyWithHelp }: Pick<DraftDeps, 'classifyWithHelp'>,
): Promise<About> => {
  const guess = text === '' ? null : guessFrom(await classifyWithHelp(text));
  return {
    principle: (named.labelled?.principle && named.principle) ?? guess?.principles[0]?.id ?? ANY.principle,
    topic: (named.labelled?.topic && named.topic) ?? guess?.topics[0]?.id ?? ANY.topic,
    guess,
  };
};

/**
 * What a case is about when its draft is sent. A label on the form that differs from what the draft had, or from what its
 * new text is guessed to be about, was named by the writer; one that they only left there was not.
 * @param rewritten the text, if the form changed it
 */
export const aboutSent = async (
  { principle, topic }: Pick<DraftCommand<'submit-dilemma'>, 'principle' | 'topic'>,
  draft: Draft,
  rewritten: Masked | null,
  deps: Pick<DraftDeps, 'classifyWithHelp'>,
): Promise<Labels> => {
  const read: Labels = rewritten === null ? draft : await aboutText(rewritten, draft, deps);
  const isNamed = <T>(label: T | undefined, shown: T, guessed: T) =>
    label !== undefined && (label !== shown || label !== guessed);
  const labelled: Labelled = {
    ...draft.labelled,
    ...(isNamed(principle, draft.principle, read.principle) ? { principle: 'asker' } : {}),
    ...(isNamed(topic, draft.topic, read.topic) ? { topic: 'asker' } : {}),
  };
  return {
    principle: principle ?? read.principle,
    topic: topic ?? read.topic,
    ...(read.guess === undefined ? {} : { guess: read.guess }),
    ...(Object.keys(labelled).length === 0 ? {} : { labelled }),
  };
};
