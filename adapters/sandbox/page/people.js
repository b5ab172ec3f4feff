// @ts-check
import { arrange, LONG } from './arrange-people.js';
import { element } from './dom.js';
import { texts } from './language.js';

/**
 * @import { Person } from './api.js'
 * @import { Heading } from './arrange-people.js'
 */

const TINTS = 6;

/** @param {Person} person */
export const roleNames = (person) => person.roles.map((role) => texts.roles[role] ?? role);

/** @param {Pick<Person, 'id'>} person */
export const addressOf = (person) => `./#person=${encodeURIComponent(person.id)}`;

/** @returns {string | null} */
export const personInAddress = () => new URLSearchParams(location.hash.slice(1)).get('person');

/** @param {Person} person */
function initials({ name }) {
  const words = name.split(/\s+/).filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : '']
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toUpperCase();
}

/** @param {Person} person */
export function avatar(person) {
  const sum = [...person.name].reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0);
  return element(
    'span',
    { class: 'avatar', 'data-tint': String(sum % TINTS), 'aria-hidden': 'true' },
    initials(person),
  );
}

/** @param {Person} person */
export const roleChips = (person) => roleNames(person).map((name) => element('span', { class: 'role' }, name));

/** @param {Heading} heading */
const titleOf = (heading) => (heading.kind === 'unit' ? heading.unit : texts.groups[heading.kind]);

/**
 * @param {object} parts
 * @param {HTMLElement} parts.list
 * @param {HTMLElement} parts.searching holds the search field
 * @param {HTMLInputElement} parts.field
 * @param {HTMLElement} parts.hidden says how many are not in the list
 * @param {HTMLElement} parts.next the place for a link to somebody with new messages
 */
export function createPeople({ list, searching, field, hidden, next }) {
  /** @type {Person[]} */
  let people = [];
  let current = '';
  /** @type {ReadonlyMap<string, number>} */
  let counts = new Map();
  /** @param {string} person */
  const unread = (person) => (person === current ? 0 : (counts.get(person) ?? 0));

  /** @param {Person} person */
  function row(person) {
    const count = unread(person.id);
    const about = element('span', { class: 'about' }, element('span', { class: 'name' }, person.name));
    if (person.roles.length > 0) about.append(element('span', { class: 'roles' }, ...roleChips(person)));
    const news = element('span', { class: 'unseen' }, ` ${texts.fresh(count)}`);
    const badge = count === 0 ? [] : [element('span', { class: 'badge' }, String(count), news)];
    const isCurrent = person.id === current ? 'true' : undefined;
    return element(
      'a',
      { class: 'person', href: addressOf(person), 'aria-current': isCurrent },
      avatar(person),
      about,
      ...badge,
    );
  }

  function showNext() {
    const waiting = people.filter(({ id }) => unread(id) > 0);
    const [first] = waiting;
    if (!first) {
      next.replaceChildren();
      return;
    }
    const names = element('b', {}, `${first.name}${texts.andMore(waiting.length - 1)}`);
    const text = ` ${texts.hasNews(waiting.length)}`;
    next.replaceChildren(element('a', { class: 'banner next', href: addressOf(first) }, names, text));
  }

  /** @param {number} count @param {boolean} isEmpty */
  function hiddenText(count, isEmpty) {
    if (isEmpty) return texts.nobodyFound;
    return count === 0 ? '' : texts.hidden(count);
  }

  /** Draws the list anew, and leaves the focus with the same person. */
  function show() {
    const focused = list.contains(document.activeElement) ? document.activeElement?.getAttribute('href') : null;
    const { groups, hidden: left } = arrange({ people, unread, current, query: field.value, roleNames });
    const sections = groups.map((group) => {
      const items = group.people.map((person) => element('li', {}, row(person)));
      return element('section', {}, element('h3', {}, titleOf(group.heading)), element('ul', {}, ...items));
    });
    list.replaceChildren(...sections);
    hidden.textContent = hiddenText(left, people.length > 0 && groups.length === 0);
    searching.hidden = people.length <= LONG;
    const again = [...list.querySelectorAll('a')].find((link) => link.getAttribute('href') === focused);
    again?.focus({ preventScroll: true });
    showNext();
  }

  field.addEventListener('input', show);
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    if (field.value.trim() !== '') list.querySelector('a')?.click();
  });

  return {
    /** @param {Person[]} all */
    set(all) {
      people = all;
      show();
    },

    /** @param {string} person */
    setCurrent(person) {
      // Once it has been looked at, it is not news any more, wherever one goes next.
      counts = new Map([...counts].filter(([id]) => id !== person));
      current = person;
      field.value = '';
      show();
      list.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
    },

    /** @param {ReadonlyMap<string, number>} now by person */
    setUnread(now) {
      counts = now;
      show();
    },
  };
}
