// @ts-check
/**
 * The field to write in. Each person's unsent text is kept.
 *
 * @param {object} parts
 * @param {HTMLFormElement} parts.form
 * @param {HTMLTextAreaElement} parts.field
 * @param {HTMLButtonElement} parts.button
 * @param {HTMLElement} parts.problem
 * @param {(person: string, text: string) => Promise<void>} parts.send
 * @param {(error: unknown) => string} parts.sentenceOf
 */
export function createComposer({ form, field, button, problem, send, sentenceOf }) {
  /** @type {Map<string, string>} */
  const begun = new Map();
  let current = '';
  let sending = false;

  function fitHeight() {
    field.style.height = 'auto';
    field.style.height = `${field.scrollHeight + 2}px`;
  }

  /** @param {string} text */
  function setText(text) {
    field.value = text;
    fitHeight();
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
      problem.textContent = `${sentenceOf(error)} Din tekst står her endnu.`;
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
  });
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });

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
