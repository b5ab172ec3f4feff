// @ts-check
import { drawCard } from './cards.js';
import { timeText } from './danish-time.js';
import { element } from './dom.js';
import { texts } from './language.js';

/**
 * @import { Message } from './api.js'
 * @import { DrawnCard, Execution, Unfinished } from './cards.js'
 *
 * @typedef {object} MessageView
 * @property {HTMLLIElement} item
 * @property {(message: Message) => void} replace
 *
 * @callback Execute
 * @param {Message} message
 * @param {Execution} execution
 * @returns {Promise<void>} resolves when the server has answered and its result is fetched; rejects with a Refusal
 */

/** A press is answered before its outcome is delivered, so the card waits this long for its new version. */
const OUTCOME_MS = 1500;
/** A new version of the card this soon after a press counts as its outcome and does not inherit typed text. */
const SENT_MS = 10_000;
const NEVER = Number.NEGATIVE_INFINITY;

/** @param {string} person @param {string} message */
const inSlack = (person, message) =>
  element(
    'a',
    {
      class: 'elsewhere',
      href: `/slack-preview?person=${encodeURIComponent(person)}&message=${encodeURIComponent(message)}`,
      target: '_blank',
      rel: 'noopener',
    },
    texts.elsewhere,
  );

/** @param {string} person @param {Message} message */
function byline(person, { id, at, from, card }) {
  const time = element('time', { datetime: at }, timeText(new Date(at)));
  const who =
    from === 'bot' ? element('span', { class: 'who' }, 'Sammen') : element('span', { class: 'unseen' }, texts.me);
  return element('p', { class: 'byline' }, who, time, ...(card ? [inSlack(person, id)] : []));
}

/** Typed text that the new version of a card has no field for and that would be lost. */
/** @param {Unfinished} before @param {Unfinished} after */
const lostText = (before, after) =>
  [...before.values].filter(([id, value]) => !after.values.has(id) && value.includes(' ')).map(([, value]) => value);

/**
 * One message in the chat; a card can be pressed and replaced in place.
 *
 * @param {string} person
 * @param {Message} first
 * @param {Execute} execute
 * @param {(error: unknown) => string} sentenceOf
 * @returns {MessageView}
 */
export function createMessageView(person, first, execute, sentenceOf) {
  let message = first;
  /** @type {DrawnCard | null} */
  let card = null;
  /** @type {Message | null} */
  let waiting = null;
  let pressing = false;
  let sentAt = NEVER;
  /** @type {() => void} */
  let onArrival = () => {};

  const body = element('div', { class: 'body' });
  const note = element('div', { class: 'note' });
  const item = element('li', { class: `message from-${first.from}` }, byline(person, first), body, note);

  /** @param {'status' | 'alert'} role @param {...(Node | string)} content */
  function say(role, ...content) {
    note.replaceChildren(element('div', { role, class: role }, ...content));
    note.scrollIntoView({ block: 'nearest' });
  }

  /** @param {Unfinished} [unfinished] */
  function draw(unfinished) {
    try {
      card = message.card ? drawCard(message.card, press, unfinished) : null;
    } catch (error) {
      // The text contains everything that the card shows.
      console.error('This card cannot be drawn', error, message.card);
      card = null;
    }
    body.replaceChildren(card?.host ?? element('p', { class: 'bubble' }, message.text));
    body.classList.toggle('has-card', card !== null);
  }

  /** A new version that did not come from a press here: typed text is kept. @param {Message} next */
  function update(next) {
    const focused = body.contains(document.activeElement);
    const before = card?.unfinished();
    message = next;
    draw(before);
    if (before && card) {
      const lost = lostText(before, card.unfinished()).map((text) => element('blockquote', {}, text));
      if (lost.length > 0) note.append(element('p', {}, texts.changedCard), ...lost);
    }
    if (focused) card?.focusAgain(before?.focus ?? null);
  }

  /** The outcome of a press: the fields are cleared, because their content was sent. @param {Message | null} next */
  function finish(next) {
    const focused = body.contains(document.activeElement);
    const focus = next ? null : card?.unfinished().focus;
    message = next ?? message;
    draw();
    if (focused) card?.focusAgain(focus ?? null);
    if (!next) say('status', texts.received);
  }

  function settle() {
    pressing = false;
    card?.setBusy(false);
  }

  /** @param {Execution} execution */
  async function press(execution) {
    if (pressing) return;
    pressing = true;
    note.replaceChildren();
    card?.setBusy(true);
    try {
      await execute(message, execution);
    } catch (error) {
      settle();
      say('alert', sentenceOf(error));
      if (waiting) update(waiting);
      waiting = null;
      return;
    }
    if (!waiting) await Promise.race([new Promise((done) => setTimeout(done, OUTCOME_MS)), arrival()]);
    sentAt = waiting ? NEVER : performance.now();
    settle();
    finish(waiting);
    waiting = null;
  }

  /** @returns {Promise<void>} */
  const arrival = () =>
    new Promise((done) => {
      onArrival = done;
    });

  draw();
  return {
    item,
    replace(next) {
      if (pressing) {
        waiting = next;
        onArrival();
        return;
      }
      if (performance.now() - sentAt < SENT_MS) finish(next);
      else update(next);
      sentAt = NEVER;
    },
  };
}
