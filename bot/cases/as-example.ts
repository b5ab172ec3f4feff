import type { PersonId } from '../ids.ts';
import type { Person } from '../people/person.ts';
import { maskOwnWords } from '../privacy/own-words.ts';
import type { NameRemover } from '../privacy/without-names.ts';
import type { Example } from '../routing/examples.ts';
import type { Labelled } from '../routing/guess.ts';
import type { Case } from './case.ts';

/** Who may name a label so that Sammen learns from it. The principle of a nudge was there before the text. */
export const TEACHERS = ['asker', 'agent'] as const satisfies readonly Labelled['principle'][];

/**
 * What routing may learn from a case whose labels a person named: its dilemma without likely names, and without what
 * names the two who wrote (docs/rules.md, "What routing learns from"). Null when nobody named a label, when the text is
 * gone, when its asker took it back, and when anybody of it is forgotten: nothing is learned from silence.
 * @param personOf undefined for people who are erased or are about to be
 */
export const asExample = (
  c: Case,
  personOf: (id: PersonId) => Person | undefined,
  withoutNames: NameRemover,
): Example | null => {
  if (!isTaught(c) || c.state === 'withdrawn' || c.text === '') return null;
  const namers = c.events.flatMap(({ kind, by }) => (kind === 'labelled' && by !== null ? [by] : []));
  const involved = [c.asker, ...(c.agent === null ? [] : [c.agent]), ...namers].map(personOf);
  const known = involved.filter((person) => person !== undefined);
  if (known.length < involved.length) return null;
  const [asker] = known;
  // The asker wrote from the unit they had then.
  const writers = [...known, ...(asker === undefined ? [] : [{ ...asker, unit: c.unit }])];
  const hidden = writers.reduce(
    (text, { unit, phone }) => maskOwnWords(text, { name: NO_NAME, unit, phone, language: c.language }).text,
    c.text,
  );
  return { text: withoutNames(hidden, c.language), principles: [c.principle], topics: [c.topic] };
};

/** Names go with all other names: a token of their own would say whose they were. */
const NO_NAME = '';

const isTaught = ({ labelled }: Case): boolean =>
  TEACHERS.some((teacher) => labelled?.principle === teacher || labelled?.topic === teacher);
