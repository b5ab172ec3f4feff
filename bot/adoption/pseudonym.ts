import { createHmac } from 'node:crypto';
import type { CaseId, PersonId } from '../ids.ts';
import type { Week } from '../time/iso-week.ts';
import { isoYearOf } from './week.ts';

/** Identifies one person within one ISO year; cannot be traced back without `ANONYMITY_KEY` and the person's id. */
export type Pseudonym = string;

export type Pseudonyms = {
  of(person: PersonId, week: Week): Pseudonym;
  /** A fact's id: deterministic, and it does not lead back to the case. */
  fact(about: CaseId | string, what: string): string;
};

const PSEUDONYM_LENGTH = 22;

export const createPseudonyms = (anonymityKey: string): Pseudonyms => {
  const seal = (...parts: string[]): string =>
    createHmac('sha256', anonymityKey).update(JSON.stringify(parts)).digest('base64url').slice(0, PSEUDONYM_LENGTH);
  return {
    of: (person, week) => seal('person', person, isoYearOf(week)),
    fact: (about, what) => seal('fact', about, what),
  };
};
