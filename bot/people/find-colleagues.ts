import { byName } from '../by-name.ts';
import type { Person } from './person.ts';
import type { PeopleSearch } from './port.ts';

/** Somebody whom a colleague may be looked up as: works here, and is neither erased nor another's second account. */
export const isColleague = ({ left, joined, forgetting, nobody }: Person): boolean =>
  left === null && joined === null && forgetting === undefined && nobody !== true;

/** How many people a search reads at most: more than share a word in any municipality. */
const MAX_SEARCHED = 5_000;

const folded = (text: string): string => text.normalize('NFC').toLocaleLowerCase('da');
const wordsIn = (text: string): string[] => folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** The words by which somebody is found. */
export const foundBy = ({ name, unit }: Pick<Person, 'name' | 'unit'>): string[] => [
  ...new Set(wordsIn(`${name} ${unit ?? ''}`)),
];

/** The word that says most of what was typed: the longest. Null when there is none. */
const tellingWord = (typed: string): string | null =>
  wordsIn(typed).reduce<string | null>((most, word) => (word.length > (most?.length ?? 0) ? word : most), null);

/** Everybody whom these words may mean, for `findColleagues` and `colleaguesNamed` to look at. */
export const peopleLike = async (typed: string, people: PeopleSearch): Promise<Person[]> => {
  const word = tellingWord(typed);
  return word === null ? [] : people.foundBy(word, MAX_SEARCHED);
};

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

const fits = (wanted: readonly string[], person: Person): boolean => {
  const words = foundBy(person);
  return wanted.every((one) => words.some((word) => word.startsWith(one)));
};

/** "Jonas Holm, Park og Vej", as a colleague stands in a list. */
export const nameAndUnit = ({ name, unit }: Pick<Person, 'name' | 'unit'>): string =>
  unit === null ? name : `${name}, ${unit}`;
