import { byName } from '../by-name.ts';
import type { Person } from './person.ts';

/** Somebody whom a colleague may be looked up as: works here, and is neither erased nor another's second account. */
export const isColleague = ({ left, joined, forgetting, nobody }: Person): boolean =>
  left === null && joined === null && forgetting === undefined && nobody !== true;

const folded = (text: string): string => text.normalize('NFC').toLocaleLowerCase('da');
const wordsIn = (text: string): string[] => folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * Colleagues whose name or unit begins with these words, whole names first, then in alphabetical order. The same for
 * whoever looks.
 */
export const findColleagues = (typed: string, all: readonly Person[]): Person[] => {
  const wanted = wordsIn(typed);
  if (wanted.length === 0) return [];
  const whole = wanted.join(' ');
  const isWhole = ({ name }: Person): boolean => wordsIn(name).join(' ') === whole;
  const found = all.filter((person) => isColleague(person) && fits(wanted, person)).toSorted(byName);
  return [...found.filter(isWhole), ...found.filter((person) => !isWhole(person))];
};

/** Those whom a typed name means: everybody with that very name, or else all whom it fits. */
export const colleaguesNamed = (typed: string, all: readonly Person[]): Person[] => {
  const found = findColleagues(typed, all);
  const whole = wordsIn(typed).join(' ');
  const exact = found.filter(({ name }) => wordsIn(name).join(' ') === whole);
  return exact.length > 0 ? exact : found;
};

const fits = (wanted: readonly string[], { name, unit }: Person): boolean => {
  const words = wordsIn(`${name} ${unit ?? ''}`);
  return wanted.every((one) => words.some((word) => word.startsWith(one)));
};

/** "Jonas Holm, Park og Vej", as a colleague stands in a list. */
export const nameAndUnit = ({ name, unit }: Pick<Person, 'name' | 'unit'>): string =>
  unit === null ? name : `${name}, ${unit}`;
