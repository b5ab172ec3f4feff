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

/** @param {HTMLDialogElement} dialog @param {SlackModal} view @param {() => void} onSubmit */
export function showForm(dialog, { title, blocks, close, submit }, onSubmit) {
  const body = drawBlocks(blocks, () => {});
  show(dialog, title.text, body, { no: close.text, yes: submit.text, style: 'primary' }, onSubmit);
}

/** @param {HTMLDialogElement} dialog @param {Confirm} confirm @param {() => void} onYes */
export function ask(dialog, { title, text, confirm, deny, style }, onYes) {
  show(dialog, title.text, [element('p', {}, text.text)], { no: deny.text, yes: confirm.text, style }, onYes);
}
