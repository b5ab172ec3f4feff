// @ts-check
import { element } from './dom.js';
import { texts } from './language.js';
import { addressOf } from './people.js';
import { recall, remember } from './seen.js';

/** @import { Person } from './api.js' */

const KEY = 'sammen.guide';

const words = texts.guide;

/** The person to start as: Signe if she exists, else somebody without a role. @param {Person[]} people */
export function beginner(people) {
  const plain = people.filter(({ roles }) => roles.length === 0);
  return plain.find(({ name }) => name.startsWith('Signe')) ?? plain[0] ?? people[0];
}

/** @param {Person} person @param {() => void} onLeave */
function linkTo(person, onLeave) {
  const link = element('a', { href: addressOf(person) }, person.name);
  link.addEventListener('click', onLeave);
  return link;
}

/**
 * What Sammen is, three sentences for a newcomer, and dilemmas to start with.
 *
 * @param {object} deps
 * @param {Person} deps.person the person to start as
 * @param {string} deps.title the id of its heading
 * @param {(text: string) => void} deps.fill
 * @param {() => void} deps.onLeave called after a choice in it
 * @param {() => void} deps.dismiss
 */
function drawGuide({ person, title, fill, onLeave, dismiss }) {
  const [firstName = person.name] = person.name.split(' ');
  const close = element('button', { type: 'button', class: 'quiet' }, words.close);
  close.addEventListener('click', dismiss);
  const chips = texts.examples.map(({ label, text }) => {
    const chip = element('button', { type: 'button', class: 'chip' }, label);
    chip.addEventListener('click', () => {
      onLeave();
      fill(text);
    });
    return chip;
  });
  return element(
    'div',
    { class: 'guide' },
    element('p', { class: 'what' }, texts.what),
    element('h3', { id: title }, words.title),
    element(
      'ol',
      {},
      element('li', {}, words.first, linkTo(person, onLeave), words.firstRest),
      element('li', {}, words.second),
      element('li', {}, words.third(firstName)),
    ),
    element('p', {}, words.examples),
    element('div', { class: 'chips' }, ...chips),
    ...(words.languageNote === '' ? [] : [element('p', { class: 'aside' }, words.languageNote)]),
    close,
  );
}

/**
 * The guide is shown in an empty chat until somebody closes it; the button reopens it.
 *
 * @param {object} parts
 * @param {HTMLElement} parts.empty
 * @param {HTMLDialogElement} parts.dialog
 * @param {HTMLButtonElement} parts.button
 * @param {(text?: string) => void} parts.fill puts a text in the composer and focuses it
 */
export function createGuide({ empty, dialog, button, fill }) {
  const close = () => dialog.close();
  const quiet = () => element('p', { class: 'quiet-text' }, texts.quiet);

  function dismiss() {
    remember(KEY, 'dismissed');
    empty.replaceChildren(quiet());
    fill();
  }

  button.addEventListener('click', () => dialog.showModal());

  return {
    /** @param {Person[]} people */
    draw(people) {
      const person = beginner(people);
      if (!person) return;
      const intro = { person, fill, title: 'guide-intro', onLeave: () => {}, dismiss };
      empty.replaceChildren(recall(KEY) === 'dismissed' ? quiet() : drawGuide(intro));
      dialog.replaceChildren(drawGuide({ person, fill, title: 'guide-title', onLeave: close, dismiss: close }));
    },
  };
}
