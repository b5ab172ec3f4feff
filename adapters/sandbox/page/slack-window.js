// @ts-check
import { drawBlocks } from './blocks.js';
import { element } from './dom.js';

/**
 * Slack's modals: the form behind a button, and the confirmation before something that cannot be undone.
 *
 * @typedef {import('../../../cards/block-kit/blocks.ts').SlackModal} SlackModal
 * @typedef {NonNullable<import('./blocks.js').SlackButton['confirm']>} Confirm
 */

/**
 * @param {HTMLDialogElement} dialog
 * @param {string} title
 * @param {Node[]} body
 * @param {{ no: string, yes: string, style: string }} buttons
 * @param {() => void} onYes
 */
function show(dialog, title, body, { no, yes, style }, onYes) {
  const close = element('button', { type: 'button', class: 'slack-button' }, no);
  const go = element('button', { type: 'button', class: `slack-button ${style}` }, yes);
  close.addEventListener('click', () => dialog.close());
  go.addEventListener('click', () => {
    dialog.close();
    onYes();
  });
  dialog.replaceChildren(
    element('h2', { id: 'window-title', class: 'window-title' }, title),
    element('div', { class: 'window-body', tabindex: '0' }, ...body),
    element('div', { class: 'window-foot' }, close, go),
  );
  dialog.showModal();
}

/** The fields of a window, by their name in Slack. @param {HTMLElement} dialog */
const fieldsIn = (dialog) =>
  /** @type {NodeListOf<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>} */ (
    dialog.querySelectorAll('[data-field]')
  );

/**
 * A form. Where a choice decides its fields, it is drawn anew after each choice, and what stands in fields that stay is
 * kept: as Sammen does it in Slack.
 *
 * @param {HTMLDialogElement} dialog
 * @param {SlackModal} view
 * @param {import('./api.js').Redrawn | null} redrawn
 * @param {() => void} onSubmit
 */
export function showForm(dialog, { title, blocks, close, submit }, redrawn, onSubmit) {
  const body = drawBlocks(blocks, () => {});
  show(dialog, title.text, body, { no: close.text, yes: submit.text, style: 'primary' }, onSubmit);
  if (redrawn === null) return;
  const chooses = [...fieldsIn(dialog)].find(({ dataset }) => dataset.field === redrawn.field);
  chooses?.addEventListener('change', () => {
    const next = redrawn.windows[chooses.value];
    if (next === undefined) return;
    const typed = new Map([...fieldsIn(dialog)].map(({ dataset, value }) => [dataset.field, value]));
    dialog.close();
    showForm(dialog, next, redrawn, onSubmit);
    for (const field of fieldsIn(dialog)) field.value = typed.get(field.dataset.field) ?? field.value;
    [...fieldsIn(dialog)].find(({ dataset }) => dataset.field === redrawn.field)?.focus();
  });
}

/** @param {HTMLDialogElement} dialog @param {Confirm} confirm @param {() => void} onYes */
export function ask(dialog, { title, text, confirm, deny, style }, onYes) {
  show(dialog, title.text, [element('p', {}, text.text)], { no: deny.text, yes: confirm.text, style }, onYes);
}
