// @ts-check
import { texts } from './language.js';

/** The name of the button that hides more actions. */
export const MORE = texts.more;

/** The library treats index 0 as "nothing chosen", so keep an empty option there. @param {HTMLElement} host */
function mendSelects(host) {
  for (const select of host.querySelectorAll('select')) {
    if (select.options[0]?.disabled) continue;
    const chosen = select.selectedIndex;
    const empty = new Option('', '');
    empty.disabled = true;
    empty.hidden = true;
    select.prepend(empty);
    select.selectedIndex = chosen + 1;
  }
}

/** Radio names are global in the document, so two cards with the same input would affect each other. */
/** @param {HTMLElement} host @param {string} scope */
function mendGroups(host, scope) {
  for (const group of host.querySelectorAll('.ac-choiceSetInput-expanded, .ac-choiceSetInput-multiSelect')) {
    const label = host.querySelector(`label[for="${CSS.escape(group.id)}"]`);
    group.setAttribute('role', group.matches('.ac-choiceSetInput-expanded') ? 'radiogroup' : 'group');
    if (label) group.setAttribute('aria-labelledby', label.id);
    for (const input of group.querySelectorAll('input')) {
      if (input.type === 'radio' && !input.name.startsWith(scope)) input.name = `${scope}.${input.name}`;
      // Belongs on the group, and is not allowed on a radio button.
      if (input.getAttribute('aria-required') && input.type === 'radio') group.setAttribute('aria-required', 'true');
      input.removeAttribute('aria-required');
    }
  }
}

/** The library names a field after its hint, too, although it has a label. @param {HTMLElement} host */
function mendNames(host) {
  for (const field of host.querySelectorAll('input[aria-label], textarea[aria-label]')) {
    const label = host.querySelector(`label[for="${CSS.escape(field.id)}"]`);
    if (label) field.removeAttribute('aria-label');
  }
}

/**
 * Fixes the DOM of `adaptivecards` for people and screen readers. Safe to repeat when a form has opened.
 *
 * @param {HTMLElement} host
 * @param {string} scope unique per card
 */
export function mend(host, scope) {
  mendSelects(host);
  mendGroups(host, scope);
  mendNames(host);
  // The library hides overflow in rows of buttons, which would cut off focus rings.
  for (const row of host.querySelectorAll('.ac-actionSet')) row.parentElement?.style.setProperty('overflow', 'visible');
  for (const band of host.querySelectorAll('.ac-container')) {
    if (band instanceof HTMLElement && band.style.marginLeft.startsWith('-')) band.style.borderRadius = '0';
  }
  for (const form of host.querySelectorAll('.ac-adaptiveCard[aria-live]')) form.removeAttribute('aria-live');
  for (const part of host.querySelectorAll('.ac-container[aria-expanded]')) part.removeAttribute('aria-expanded');
  for (const button of host.querySelectorAll('button[aria-controls]')) {
    // A button that shows one part and hides others names its own first.
    const [own = ''] = (button.getAttribute('aria-controls') ?? '').split(' ');
    button.setAttribute('aria-controls', own);
    const part = host.querySelector(`[id="${CSS.escape(own)}"]`);
    if (part instanceof HTMLElement) button.setAttribute('aria-expanded', String(part.style.display !== 'none'));
  }
  for (const more of host.querySelectorAll(`button[aria-label="${MORE}"]`)) more.setAttribute('aria-haspopup', 'menu');
  for (const button of host.querySelectorAll('.ac-pushButton')) button.removeAttribute('title');
}
