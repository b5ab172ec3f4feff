// @ts-check
import { element } from './dom.js';

/** @import { Person } from './api.js' */

const ROLES = new Map([
  ['agent', 'Sparringsagent'],
  ['hr', 'HR'],
  ['admin', 'Admin'],
]);
const TINTS = 6;

/** @param {Person} person */
export const roleNames = (person) => person.roles.map((role) => ROLES.get(role) ?? role);

/** @param {Pick<Person, 'id'>} person */
export const addressOf = (person) => `#person=${encodeURIComponent(person.id)}`;

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

/** Groups people by unit and keeps the order of both. @param {Person[]} people */
function byUnit(people) {
  /** @type {Map<string, Person[]>} */
  const units = new Map();
  for (const person of people) units.set(person.unit, [...(units.get(person.unit) ?? []), person]);
  return units;
}

/** @param {Person} person @param {number} unread */
function optionText(person, unread) {
  const roles = roleNames(person);
  const parts = [
    person.name,
    ...(roles.length > 0 ? [roles.join(', ')] : []),
    ...(unread > 0 ? [newText(unread)] : []),
  ];
  return parts.join(' · ');
}

/** @param {number} unread */
const newText = (unread) => (unread === 1 ? '1 ny' : `${unread} nye`);

/**
 * @param {object} parts
 * @param {HTMLElement} parts.list for wide windows
 * @param {HTMLSelectElement} parts.select for narrow ones
 * @param {HTMLElement} parts.next the place for a link to somebody with new messages
 */
export function createPeople({ list, select, next }) {
  /** @type {Person[]} */
  let people = [];
  let current = '';
  /** @type {Map<string, number>} */
  const unread = new Map();
  /** @type {Map<string, { link: HTMLAnchorElement, badge: HTMLElement, option: HTMLOptionElement }>} */
  const rows = new Map();

  select.addEventListener('change', () => {
    location.hash = select.value;
  });

  /** @param {Person} person */
  function row(person) {
    const badge = element('span', { class: 'badge' });
    const about = element('span', { class: 'about' }, element('span', { class: 'name' }, person.name));
    if (person.roles.length > 0) about.append(element('span', { class: 'roles' }, ...roleChips(person)));
    const link = element('a', { class: 'person', href: addressOf(person) }, avatar(person), about, badge);
    const option = element('option', { value: addressOf(person) });
    rows.set(person.id, { link, badge, option });
    return { link, option };
  }

  function showNext() {
    const waiting = people.filter(({ id }) => id !== current && (unread.get(id) ?? 0) > 0);
    const [first] = waiting;
    if (!first) {
      next.replaceChildren();
      return;
    }
    const rest = waiting.length > 1 ? ` og ${waiting.length - 1} til` : '';
    const names = element('b', {}, `${first.name}${rest}`);
    next.replaceChildren(element('a', { class: 'banner next', href: addressOf(first) }, names, ' har noget nyt'));
  }

  /** @param {Person} person */
  function showRow(person) {
    const shown = rows.get(person.id);
    if (!shown) return;
    const count = unread.get(person.id) ?? 0;
    shown.badge.hidden = count === 0;
    shown.badge.replaceChildren(String(count), element('span', { class: 'unseen' }, count === 1 ? ' ny' : ' nye'));
    shown.option.textContent = optionText(person, count);
    if (person.id === current) shown.link.setAttribute('aria-current', 'true');
    else shown.link.removeAttribute('aria-current');
  }

  function showAll() {
    for (const person of people) showRow(person);
    const chosen = rows.get(current)?.option;
    if (chosen) chosen.selected = true;
    showNext();
  }

  return {
    /** @param {Person[]} all */
    set(all) {
      people = all;
      rows.clear();
      list.replaceChildren();
      select.replaceChildren();
      for (const [unit, members] of byUnit(people)) {
        const made = members.map(row);
        const heading = element('h3', {}, unit);
        const items = made.map(({ link }) => element('li', {}, link));
        list.append(element('section', {}, heading, element('ul', {}, ...items)));
        select.append(element('optgroup', { label: unit }, ...made.map(({ option }) => option)));
      }
      showAll();
    },

    /** @param {string} person */
    setCurrent(person) {
      current = person;
      showAll();
      rows.get(person)?.link.scrollIntoView({ block: 'nearest' });
    },

    /** @param {string} person @param {number} count */
    setUnread(person, count) {
      unread.set(person, count);
      const known = people.find(({ id }) => id === person);
      if (known) showRow(known);
      showNext();
    },
  };
}
