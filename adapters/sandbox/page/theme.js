// @ts-check
import { texts } from './language.js';
import { recall, remember } from './seen.js';

const KEY = 'sammen.theme';
const systemIsDark = matchMedia('(prefers-color-scheme: dark)');

/** The theme follows the system until somebody presses the button. @param {HTMLButtonElement} button */
export function createTheme(button) {
  /** @type {unknown} */
  let chosen = recall(KEY);

  function show() {
    const dark = chosen === 'dark' || (chosen !== 'light' && systemIsDark.matches);
    document.documentElement.dataset.theme = dark ? 'dark' : 'light';
    button.textContent = dark ? texts.light : texts.dark;
    return dark;
  }

  button.addEventListener('click', () => {
    chosen = document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark';
    remember(KEY, chosen);
    show();
  });
  systemIsDark.addEventListener('change', show);
  show();
}
