// @ts-check
/** @import { Person } from './api.js' */

/**
 * Which people the list shows, in which order: whoever has a role, in a long list then whoever has news, then the units.
 *
 * @typedef {{ kind: 'you' | 'roles' | 'news' | 'found' } | { kind: 'unit', unit: string }} Heading
 * @typedef {{ heading: Heading, people: Person[] }} Group
 * @typedef {object} Wanted
 * @property {readonly Person[]} people
 * @property {(person: string) => number} unread
 * @property {string} current a person's id, '' for nobody
 * @property {string} query
 * @property {(person: Person) => readonly string[]} roleNames
 */

/** A list longer than this has a search field, and shows only part of itself. */
export const LONG = 30;
/** More rows than this nobody reads; the search finds the others. */
const MAX_ROWS = 100;
const MAX_NEWS = 20;

const RANKS = ['hr', 'admin', 'agent'];

/** @param {Person} person */
const rank = ({ roles }) =>
  Math.min(...roles.map((role) => (RANKS.includes(role) ? RANKS.indexOf(role) : RANKS.length)));

/** Letters as somebody types them without Danish keys. @param {string} text */
const plain = (text) =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('æ', 'ae')
    .replaceAll(/ø|oe/g, 'o')
    .replaceAll('aa', 'a');

/** @param {readonly Person[]} people @returns {Group[]} */
function byUnit(people) {
  /** @type {Map<string, Person[]>} */
  const units = new Map();
  for (const person of people) {
    const members = units.get(person.unit);
    if (members) members.push(person);
    else units.set(person.unit, [person]);
  }
  return [...units].map(([unit, members]) => ({ heading: { kind: 'unit', unit }, people: members }));
}

/** @param {Wanted} wanted */
function found({ people, query, roleNames }) {
  const words = plain(query).split(/\s+/).filter(Boolean);
  const matches = people.filter((person) => {
    const text = plain([person.name, person.unit, ...roleNames(person)].join(' '));
    return words.every((word) => text.startsWith(word) || text.includes(` ${word}`));
  });
  const byName = matches.filter(({ name }) => plain(name).startsWith(words[0] ?? ''));
  const rest = matches.filter((person) => !byName.includes(person));
  /** @param {Person[]} some */
  const rolesFirst = (some) => [...some.filter(hasRole).sort(byRank), ...some.filter((person) => !hasRole(person))];
  return [...rolesFirst(byName), ...rolesFirst(rest)];
}

/** @param {Person} person */
const hasRole = ({ roles }) => roles.length > 0;

/** @param {Person} a @param {Person} b */
const byRank = (a, b) => rank(a) - rank(b);

/** @param {Wanted} wanted @returns {{ groups: Group[], hidden: number }} `hidden` counts those left out for length */
export function arrange(wanted) {
  const { people, unread, current, query } = wanted;
  if (query.trim() !== '') {
    const all = found(wanted);
    const shown = all.slice(0, MAX_ROWS);
    return { groups: [{ heading: { kind: 'found' }, people: shown }], hidden: all.length - shown.length };
  }
  const isLong = people.length > LONG;
  /** @param {Person} person */
  const isQuiet = ({ id }) => unread(id) === 0;
  const roles = people
    .filter(hasRole)
    .sort((a, b) => byRank(a, b) || (isLong ? Number(isQuiet(a)) - Number(isQuiet(b)) : 0))
    .slice(0, MAX_ROWS);
  const others = people.filter((person) => !hasRole(person));
  const news = isLong ? others.filter((person) => !isQuiet(person)).slice(0, MAX_NEWS) : [];
  const placed = new Set([...roles, ...news]);
  const rest = others.filter((person) => !placed.has(person));
  const shown = isLong ? rest.slice(0, Math.max(0, MAX_ROWS - placed.size)) : rest;
  const unseen = [...roles, ...news, ...shown].some(({ id }) => id === current)
    ? []
    : people.filter(({ id }) => id === current);
  /** @type {Group[]} */
  const groups = [
    { heading: { kind: 'you' }, people: unseen },
    { heading: { kind: 'roles' }, people: roles },
    { heading: { kind: 'news' }, people: news },
    ...byUnit(shown),
  ];
  const rows = groups.reduce((sum, group) => sum + group.people.length, 0);
  return { groups: groups.filter((group) => group.people.length > 0), hidden: people.length - rows };
}
