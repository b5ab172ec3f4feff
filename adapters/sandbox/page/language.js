// @ts-check
import { recall, remember } from './seen.js';
import { da } from './texts-da.js';
import { en } from './texts-en.js';

/**
 * The page's language: the browser's until somebody presses the button. Cards come in each person's own.
 *
 * @typedef {'da' | 'en'} Language
 */

const KEY = 'sammen.language';
const TEXTS = { da, en };
/** Readers of these read Danish more easily than English. */
const NORDIC = /^(da|nb|nn|no|sv|fo|kl)\b/i;

/**
 * @public for its test
 * @param {unknown} kept @param {readonly string[]} wanted the browser's languages, best first @returns {Language}
 */
export function languageFor(kept, wanted) {
  if (kept === 'da' || kept === 'en') return kept;
  const first = wanted.find((name) => NORDIC.test(name) || /^en\b/i.test(name));
  return first !== undefined && NORDIC.test(first) ? 'da' : 'en';
}

export const language = languageFor(recall(KEY), globalThis.navigator?.languages ?? []);
export const texts = TEXTS[language];

/** Fills in the texts of the HTML file. */
export function showTexts() {
  document.documentElement.lang = language;
  /** @param {string} name @param {(node: Element, text: string) => void} put */
  const fill = (name, put) => {
    for (const node of document.querySelectorAll(`[data-${name}]`)) {
      const text = Reflect.get(texts, node.getAttribute(`data-${name}`) ?? '');
      if (typeof text === 'string') put(node, text);
    }
  };
  fill('text', (node, text) => {
    node.textContent = text;
  });
  fill('label', (node, text) => node.setAttribute('aria-label', text));
  fill('placeholder', (node, text) => node.setAttribute('placeholder', text));
}

/** The button names the other language in that language. The page is drawn again; what is written stays. */
/** @param {HTMLButtonElement} button */
export function createLanguageSwitch(button) {
  const other = language === 'da' ? 'en' : 'da';
  button.lang = other;
  button.textContent = TEXTS[other].language;
  button.addEventListener('click', () => {
    remember(KEY, other);
    location.reload();
  });
}
