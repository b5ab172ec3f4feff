// @ts-check
import { element } from './dom.js';

/** @typedef {{ label: string, choose: () => void }} MenuItem */

const GAP = 6;
/** Pressing the button of an open menu first closes the menu (light dismiss). The same press must not reopen it. */
const SAME_PRESS_MS = 250;
/** @type {{ anchor: HTMLElement | null, at: number }} */
const lastClosed = { anchor: null, at: 0 };

/** @param {HTMLElement} menu @param {HTMLElement} anchor */
function place(menu, anchor) {
  const at = anchor.getBoundingClientRect();
  const { width, height } = menu.getBoundingClientRect();
  const below = at.bottom + GAP + height <= innerHeight;
  menu.style.left = `${Math.max(GAP, Math.min(at.left, innerWidth - width - GAP))}px`;
  menu.style.top = `${below ? at.bottom + GAP : Math.max(GAP, at.top - GAP - height)}px`;
}

/** @param {Element[]} items @param {string} key */
function reach(items, key) {
  const now = document.activeElement ? items.indexOf(document.activeElement) : -1;
  const steps = new Map([
    ['ArrowDown', (now + 1) % items.length],
    ['ArrowUp', (now - 1 + items.length) % items.length],
    ['Home', 0],
    ['End', items.length - 1],
  ]);
  const index = steps.get(key);
  return index === undefined ? undefined : items[index];
}

/**
 * Opens a menu at a button. Arrow keys move; Escape and Tab close the menu and return the focus.
 *
 * @param {HTMLElement} anchor
 * @param {string} name read aloud
 * @param {MenuItem[]} entries
 */
export function openMenu(anchor, name, entries) {
  if (lastClosed.anchor === anchor && performance.now() - lastClosed.at < SAME_PRESS_MS) return;
  const menu = element('div', { class: 'menu', role: 'menu', 'aria-label': name, popover: 'auto' });
  const items = entries.map(({ label, choose }) => {
    const item = element('button', { type: 'button', role: 'menuitem', tabindex: '-1' }, label);
    item.addEventListener('click', () => {
      menu.hidePopover();
      anchor.focus();
      choose();
    });
    return item;
  });
  menu.append(...items);
  menu.addEventListener('keydown', (event) => {
    const next = reach(items, event.key);
    if (next instanceof HTMLElement) next.focus();
    else if (event.key === 'Tab' || event.key === 'Escape') {
      menu.hidePopover();
      anchor.focus();
    } else return;
    event.preventDefault();
  });
  menu.addEventListener('toggle', (event) => {
    if (event.newState !== 'closed') return;
    Object.assign(lastClosed, { anchor, at: performance.now() });
    anchor.setAttribute('aria-expanded', 'false');
    menu.remove();
  });
  (anchor.closest('main, aside') ?? document.body).append(menu);
  menu.showPopover();
  anchor.setAttribute('aria-expanded', 'true');
  place(menu, anchor);
  items[0]?.focus();
}
