// @ts-check
import { field } from './block-fields.js';
import { element } from './dom.js';
import { MORE } from './mend-card.js';
import { openMenu } from './menu.js';

/**
 * Draws Slack's blocks roughly as Slack does. Text is plain, and buttons only report that they were pressed.
 *
 * @typedef {import('../../../cards/block-kit/blocks.ts').SlackBlock} SlackBlock
 * @typedef {Extract<SlackBlock, { type: 'actions' }>['elements'][number]} Pressable
 * @typedef {Extract<Pressable, { type: 'button' }>} SlackButton
 * @typedef {Extract<Pressable, { type: 'overflow' }>} SlackMenu
 * @typedef {Extract<SlackBlock, { type: 'rich_text' }>['elements'][number]} RichPart
 * @typedef {{ name: string, label: string, confirm?: SlackButton['confirm'] }} Pressed by `action_id`, or a line's value
 * @typedef {(pressed: Pressed) => void} Press
 */

/** @param {RichPart['elements'][number]} run */
function inline(run) {
  if (run.type === 'text') return run.style?.bold ? element('strong', {}, run.text) : run.text;
  const isPage = /^https?:/iu.test(run.url);
  return isPage || run.url.startsWith('tel:')
    ? element('a', { href: run.url, ...(isPage ? { target: '_blank', rel: 'noopener' } : {}) }, run.text)
    : run.text;
}

/** @param {RichPart} part */
const richPart = ({ type, elements }) =>
  element(type === 'rich_text_quote' ? 'blockquote' : 'p', {}, ...elements.map(inline));

/** @param {SlackButton} button @param {Press} onPress */
function drawButton(button, onPress) {
  const drawn = element('button', { type: 'button', class: `slack-button ${button.style ?? ''}` }, button.text.text);
  const { action_id: name, confirm } = button;
  drawn.addEventListener('click', () => onPress({ name, label: button.text.text, ...(confirm ? { confirm } : {}) }));
  return drawn;
}

/** @param {SlackMenu} menu @param {Press} onPress @param {string} name for screen readers */
function drawMenu({ options }, onPress, name) {
  const more = { type: 'button', class: 'slack-button', 'aria-label': name, 'aria-haspopup': 'menu' };
  const drawn = element('button', more, '…');
  const entries = options.map(({ text: { text: label }, value }) => ({
    label,
    choose: () => onPress({ name: value, label }),
  }));
  drawn.addEventListener('click', () => openMenu(drawn, name, entries));
  return drawn;
}

/** @param {Pressable} pressable @param {Press} onPress @param {string} [name] of a menu */
const drawPressable = (pressable, onPress, name = MORE) =>
  pressable.type === 'button' ? drawButton(pressable, onPress) : drawMenu(pressable, onPress, name);

/** @param {SlackBlock} block @param {Press} onPress @returns {Node} */
function drawBlock(block, onPress) {
  switch (block.type) {
    case 'header':
      return element('h3', { class: 'slack-header' }, block.text.text);
    case 'context':
      return element('div', { class: 'slack-context' }, ...block.elements.map(({ text }) => element('p', {}, text)));
    case 'rich_text':
      return element('div', { class: 'slack-rich' }, ...block.elements.map(richPart));
    case 'section':
      return element(
        'div',
        { class: 'slack-section' },
        element('p', {}, block.text.text),
        drawPressable(block.accessory, onPress, block.text.text),
      );
    case 'actions':
      return element('div', { class: 'slack-actions' }, ...block.elements.map((one) => drawPressable(one, onPress)));
    case 'divider':
      return element('hr');
    case 'input':
      return field(block);
  }
}

/** @param {readonly SlackBlock[]} blocks @param {Press} onPress */
export const drawBlocks = (blocks, onPress) => blocks.map((block) => drawBlock(block, onPress));
