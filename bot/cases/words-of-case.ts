import type { Masked } from '../privacy/mask.ts';
import type { Case } from './case.ts';
import type { FieldsHolding } from './fields-holding.ts';

/** The fields of a document that hold what somebody wrote. */
export type WordFields<T> = FieldsHolding<T, Masked>;
type ChangeWords = (text: Masked) => Masked;
type Table<T> = {
  readonly [Name in WordFields<T>]-?: (value: Exclude<T[Name], undefined>, change: ChangeWords) => T[Name];
};

/** The words of a case: a new field that holds some does not compile until it stands here. */
export type WordsOfCase = Partial<Pick<Case, WordFields<Case>>>;

const orNull = (text: Masked | null, change: ChangeWords): Masked | null => (text === null ? null : change(text));

const WORDS: Table<Case> = {
  text: (text, change) => change(text),
  invitations: (all, change) => all.map((one) => ({ ...one, reason: change(one.reason) })),
  notes: (all, change) => all.map((note) => ({ ...note, text: change(note.text) })),
  turns: (all, change) =>
    all.map(({ talk, ...turn }) => ({
      ...turn,
      text: change(turn.text),
      ...(talk === undefined ? {} : { talk: { ...talk, place: orNull(talk.place, change) } }),
    })),
  answer: (answer, change) =>
    answer && {
      ...answer,
      ground: orNull(answer.ground, change),
      alternative: orNull(answer.alternative, change),
      ...(answer.trial == null
        ? {}
        : { trial: { ...answer.trial, text: change(answer.trial.text), sign: change(answer.trial.sign) } }),
    },
  step: (step, change) => step && { ...step, text: change(step.text) },
  proposal: (proposal, change) => proposal && { ...proposal, text: change(proposal.text) },
  followUp: (asked, change) =>
    asked && {
      ...asked,
      step: asked.step && { ...asked.step, text: change(asked.step.text) },
      ...(asked.trial === undefined ? {} : { trial: { ...asked.trial, text: change(asked.trial.text) } }),
    },
  hold: (hold, change) => ({ ...hold, reason: orNull(hold.reason, change) }),
};

/** The words of a case, each changed. `change` is told in which field a text stands. */
export const changedWords = (c: Case, change: (text: Masked, where: WordFields<Case>) => Masked): WordsOfCase => {
  const changed: Record<string, unknown> = {};
  for (const name of Object.keys(WORDS) as WordFields<Case>[]) {
    const value = c[name];
    if (value === undefined) continue;
    const word = WORDS[name] as (value: unknown, change: ChangeWords) => unknown;
    changed[name] = word(value, (text) => change(text, name));
  }
  return changed as WordsOfCase;
};
