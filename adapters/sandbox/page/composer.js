// @ts-check
import { texts } from './language.js';

const KEY = 'sammen.begun';

/** @returns {[string, string][]} */
function recallBegun() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? '[]');
  } catch {
    return [];
  }
}

/** @param {Map<string, string>} begun */
function keepBegun(begun) {
  try {
    sessionStorage.setItem(KEY, JSON.stringify([...begun].filter(([, text]) => text.trim() !== '')));
  } catch {
    // In private windows or on a full disk the page works without it.
  }
}

/**
 * The field to write in. Each person's unsent text is kept, and survives a reload. On a touch screen, where there is no
 * Shift + Enter, Enter starts a new line.
 *
 * @param {object} parts
 * @param {HTMLFormElement} parts.form
 * @param {HTMLTextAreaElement} parts.field
 * @param {HTMLButtonElement} parts.button
 * @param {HTMLElement} parts.problem
 * @param {HTMLElement} parts.hint
 * @param {(person: string, text: string) => Promise<void>} parts.send
 * @param {(error: unknown) => string} parts.sentenceOf
 */
export function createComposer({ form, field, button, problem, hint, send, sentenceOf }) {
  /** @type {Map<string, string>} */
  const begun = new Map(recallBegun());
  const isTouch = matchMedia('(pointer: coarse)');
  let current = '';
  let sending = false;

  function fitHeight() {
    field.style.height = 'auto';
    field.style.height = `${field.scrollHeight + 2}px`;
  }

  /** Pale while there is nothing to send: on a new draft, its own Send is the one to press. */
  function showReady() {
    form.classList.toggle('is-ready', field.value.trim() !== '');
  }

  /** @param {string} text */
  function setText(text) {
    field.value = text;
    fitHeight();
    showReady();
  }

  /** @param {boolean} now */
  function setSending(now) {
    sending = now;
    field.readOnly = now;
    button.setAttribute('aria-disabled', String(now));
    form.setAttribute('aria-busy', String(now));
  }

  async function submit() {
    const text = field.value.trim();
    const person = current;
    if (sending || text === '') return;
    setSending(true);
    problem.textContent = '';
    try {
      await send(person, text);
      begun.delete(person);
      if (person === current) setText('');
    } catch (error) {
      begun.set(person, text);
      problem.textContent = `${sentenceOf(error)} ${texts.stillHere}`;
    } finally {
      setSending(false);
    }
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit();
  });
  field.addEventListener('input', () => {
    problem.textContent = '';
    fitHeight();
    showReady();
  });
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || isTouch.matches) return;
    event.preventDefault();
    form.requestSubmit();
  });

  addEventListener('pagehide', () => {
    if (current !== '') begun.set(current, field.value);
    keepBegun(begun);
  });
  const showHint = () => {
    hint.textContent = isTouch.matches ? '' : texts.keys;
  };
  isTouch.addEventListener('change', showHint);
  showHint();

  return {
    /** @param {string} person */
    show(person) {
      if (current !== '' && !sending) begun.set(current, field.value);
      current = person;
      problem.textContent = '';
      setText(begun.get(person) ?? '');
    },

    /** Focuses the field, and fills in a text if one is given, without sending it. @param {string} [text] */
    fill(text) {
      if (text !== undefined) setText(text);
      field.focus();
    },
  };
}
