// @ts-check
import { HOST_CONFIG } from './host-config.js';
import { MORE, mend } from './mend-card.js';
import { openMenu } from './menu.js';

/**
 * Draws Adaptive Cards with Microsoft's `adaptivecards`, and fixes its DOM for people and screen readers.
 *
 * @typedef {import('adaptivecards').AdaptiveCard} Card
 * @typedef {import('adaptivecards').Input} Input
 * @typedef {import('adaptivecards').ShowCardAction} ShowCardAction
 * @typedef {{ verb: string, data: Record<string, unknown> }} Execution
 *
 * Unfinished work on a card: typed values by input id, titles of the open forms, which of the parts that a button shows
 * and hides are shown, by their ids, and the focus.
 * @typedef {{ values: Map<string, string>, open: string[], shown: Map<string, boolean>, focus: Focus | null }} Unfinished
 * @typedef {{ input: string, from: number | null, to: number | null } | { button: string }} Focus
 *
 * @typedef {object} DrawnCard
 * @property {HTMLElement} host
 * @property {() => Unfinished} unfinished
 * @property {() => void} focusTop
 * @property {(focus: Focus | null) => void} focusAgain falls back to the top
 * @property {(busy: boolean) => void} setBusy
 */

const AC = /** @type {typeof import('adaptivecards')} */ (Reflect.get(globalThis, 'AdaptiveCards'));
AC.GlobalSettings.setTabIndexAtCardRoot = false;
AC.GlobalSettings.useAdvancedTextBlockTruncation = false;
AC.GlobalSettings.allowMoreThanMaxActionsInOverflowMenu = true;
Object.assign(AC.Strings.defaults, { overflowButtonText: () => '…', overflowButtonTooltip: () => MORE });
// Text stays text: no Markdown, so the library never assigns innerHTML.
AC.AdaptiveCard.onProcessMarkdown = (_text, result) => {
  result.didProcess = false;
};
AC.AdaptiveCard.onDisplayOverflowActionMenu = (actions, target) => {
  const entries = actions.map((action) => ({ label: action.title ?? '', choose: () => action.execute() }));
  if (target) openMenu(target, MORE, entries);
  return true;
};

const hostConfig = new AC.HostConfig(HOST_CONFIG);
let drawn = 0;

/** @param {string} address */
function openAddress(address) {
  const url = new URL(address, location.href);
  const link = document.createElement('a');
  link.href = url.href;
  if (url.protocol === 'https:' || url.protocol === 'http:') Object.assign(link, { target: '_blank', rel: 'noopener' });
  else if (url.protocol !== 'tel:' && url.protocol !== 'mailto:') return;
  link.click();
}

/**
 * Names of hidden parts are ids in the document, where every card has one.
 *
 * @param {unknown} node @param {string} scope @returns {unknown}
 */
function scoped(node, scope) {
  if (Array.isArray(node)) return node.map((part) => scoped(part, scope));
  if (typeof node !== 'object' || node === null) return node;
  const parts = Object.entries(node).map(([key, value]) => [key, scoped(value, scope)]);
  const copy = Object.fromEntries(parts);
  if (copy.type === 'Container' && typeof copy.id === 'string') copy.id = `${scope}.${copy.id}`;
  if (typeof copy.elementId === 'string') copy.elementId = `${scope}.${copy.elementId}`;
  return copy;
}

/** The parts of a card that a button shows and hides, by the ids they have on every card. @param {Card} card */
const hiddenParts = (card) =>
  card
    .getAllActions()
    .filter((action) => action instanceof AC.ToggleVisibilityAction)
    .flatMap((action) => Object.keys(action.targetElements))
    .map((id) => ({ id: id.slice(id.indexOf('.') + 1), part: card.getElementById(id) }));

/** @param {Card} card @returns {ShowCardAction[]} */
const forms = (card) => card.getAllActions().filter((action) => action instanceof AC.ShowCardAction);

/** @param {Card} card @returns {Focus | null} */
function focusIn(card) {
  const at = document.activeElement;
  const input = card.getAllInputs().find((candidate) => candidate.renderedElement?.contains(at));
  if (input?.id) {
    const text =
      at instanceof HTMLTextAreaElement || (at instanceof HTMLInputElement && at.type === 'text') ? at : null;
    return { input: input.id, from: text?.selectionStart ?? null, to: text?.selectionEnd ?? null };
  }
  return at instanceof HTMLButtonElement && card.renderedElement?.contains(at) ? { button: at.textContent } : null;
}

/** @param {Input} input */
const original = (input) => String(Reflect.get(input, 'defaultValue') ?? '');

/** Sets typed values as the defaults before drawing, because forms are drawn only when they open. */
/** @param {Card} card @param {Map<string, string>} values */
function prefill(card, values) {
  for (const input of card.getAllInputs()) {
    const value = values.get(input.id ?? '');
    if (value === undefined) continue;
    Reflect.set(input, 'defaultValue', input instanceof AC.NumberInput ? Number(value) : value);
  }
}

/**
 * @param {object} json an Adaptive Card
 * @param {(execution: Execution) => void} onExecute
 * @param {Unfinished} [unfinished] from the card that this one replaces
 * @returns {DrawnCard | null} null when this is not a card that can be drawn
 */
export function drawCard(json, onExecute, unfinished) {
  const scope = `card-${++drawn}`;
  const card = new AC.AdaptiveCard();
  card.hostConfig = hostConfig;
  card.parse(scoped(json, scope));
  const defaults = new Map(card.getAllInputs().map((input) => [input.id, original(input)]));
  if (unfinished) prefill(card, unfinished.values);
  const host = card.render();
  if (!host) return null;
  let busy = false;

  card.onExecuteAction = (action) => {
    if (busy) return;
    if (action instanceof AC.OpenUrlAction && action.url) openAddress(action.url);
    if (action instanceof AC.ExecuteAction) {
      onExecute({ verb: action.verb, data: /** @type {Record<string, unknown>} */ (action.data ?? {}) });
    }
  };
  card.onInlineCardExpanded = (action, isExpanded) => {
    mend(host, scope);
    if (isExpanded) action.card.renderedElement?.scrollIntoView({ block: 'nearest' });
  };
  // The library marks the shown part as expanded after this event; only the button that shows it may be.
  card.onElementVisibilityChanged = () => queueMicrotask(() => mend(host, scope));
  for (const { id, part } of hiddenParts(card)) if (part) part.isVisible = unfinished?.shown.get(id) ?? part.isVisible;
  mend(host, scope);
  for (const title of unfinished?.open ?? []) {
    forms(card)
      .find((form) => form.title === title)
      ?.execute();
  }

  const focusTop = () => {
    const top =
      host.querySelector('[role="heading"]') ?? host.querySelector('.ac-textBlock, .ac-richTextBlock') ?? host;
    if (!(top instanceof HTMLElement)) return;
    top.tabIndex = -1;
    top.focus({ preventScroll: true });
    host.scrollIntoView({ block: 'nearest' });
  };

  return {
    host,
    focusTop,

    unfinished() {
      const values = new Map();
      for (const input of card.getAllInputs()) {
        const value = input.value;
        if (!input.id || value === undefined || Number.isNaN(value)) continue;
        if (String(value) !== defaults.get(input.id)) values.set(input.id, String(value));
      }
      const open = forms(card).filter((form) => form.card.renderedElement?.isConnected);
      const shown = new Map(hiddenParts(card).map(({ id, part }) => [id, part?.isVisible === true]));
      return {
        values,
        open: open.map((form) => form.title ?? ''),
        shown,
        focus: focusIn(card),
      };
    },

    focusAgain(focus) {
      if (focus && 'input' in focus) {
        const input = card.getAllInputs().find((candidate) => candidate.id === focus.input);
        input?.focus();
        const at = document.activeElement;
        if (at instanceof HTMLTextAreaElement) at.setSelectionRange(focus.from, focus.to);
      }
      if (focus && 'button' in focus) {
        [...host.querySelectorAll('button')].find((button) => button.textContent === focus.button)?.focus();
      }
      if (!host.contains(document.activeElement)) focusTop();
    },

    setBusy(now) {
      busy = now;
      host.setAttribute('aria-busy', String(now));
      for (const button of host.querySelectorAll('button')) {
        if (now) button.setAttribute('aria-disabled', 'true');
        else button.removeAttribute('aria-disabled');
      }
    },
  };
}
