import { createHmac } from 'node:crypto';
import type { CaseId, PersonId } from '../ids.ts';
import type { Week } from './week.ts';
import { isoYearOf } from './week.ts';

/** Stands for one person through one ISO year; nobody gets back from it without `ANONYMITY_KEY` and the person's id. */
export type Pseudonym = string;

export type Pseudonyms = {
  of(person: PersonId, week: Week): Pseudonym;
  /** The name of a fact: the same fact has the same name, and it does not lead back to its case. */
  fact(about: CaseId | string, what: string): string;
};

const LENGTH = 22;

export const createPseudonyms = (anonymityKey: string): Pseudonyms => {
  const seal = (...parts: string[]): string =>
    createHmac('sha256', anonymityKey).update(JSON.stringify(parts)).digest('base64url').slice(0, LENGTH);
  return {
    of: (person, week) => seal('person', person, isoYearOf(week)),
    fact: (about, what) => seal('fact', about, what),
  };
};
