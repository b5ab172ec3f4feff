// @ts-check

import { dayText } from './danish-time.js';
import { element } from './dom.js';
import { texts } from './language.js';
import { createMessageView } from './message.js';

/**
 * @import { Message } from './api.js'
 * @import { Execute, MessageView } from './message.js'
 *
 * One person's chat. It stays in the DOM while another person is shown, so that nothing typed in it is lost.
 * @typedef {object} Conversation
 * @property {HTMLOListElement} list
 * @property {(messages: Message[]) => void} add
 * @property {(messages: Message[]) => void} replace
 */

/** Pixels. Closer to the end than this, the chat scrolls to new messages. */
const NEAR_END = 200;
const AT_END = 4;
const MAIN_BUTTON = '.ac-pushButton.style-positive';

/**
 * @param {string} person
 * @param {string} label
 * @param {Execute} execute
 * @param {(error: unknown) => string} sentenceOf
 * @returns {Conversation}
 */
function createConversation(person, label, execute, sentenceOf) {
  const list = element('ol', { class: 'messages', 'aria-label': label });
  /** @type {Map<string, MessageView>} */
  const views = new Map();
  let lastDay = '';

  return {
    list,
    add(messages) {
      for (const message of messages) {
        const day = dayText(new Date(message.at));
        if (day !== lastDay) list.append(element('li', { class: 'day' }, day));
        lastDay = day;
        const view = createMessageView(person, message, execute, sentenceOf);
        views.set(message.id, view);
        list.append(view.item);
      }
    },
    replace(messages) {
      for (const message of messages) views.get(message.id)?.replace(message);
    },
  };
}

/**
 * @param {object} parts
 * @param {HTMLElement} parts.scroller
 * @param {HTMLElement} parts.empty shown when there are no messages
 * @param {HTMLButtonElement} parts.toEnd
 * @param {(person: string) => Message[]} parts.messagesOf
 * @param {(person: string) => boolean} parts.isLoaded
 * @param {(person: string, message: Message, execution: import('./cards.js').Execution) => Promise<void>} parts.execute
 * @param {(error: unknown) => string} parts.sentenceOf
 */
export function createChat({ scroller, empty, toEnd, messagesOf, isLoaded, execute, sentenceOf }) {
  /** @type {Map<string, Conversation>} */
  const conversations = new Map();
  let current = '';

  const fromEnd = () => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight;
  const goToEnd = () => scroller.scrollTo({ top: scroller.scrollHeight });

  /**
   * Scrolls to the end of the chat, or to the top of the last message when that is taller than the window. What answers
   * one's own line is shown as far as its main button: one knows one's own words, and must see where to send them.
   */
  function showLast() {
    const last = conversations.get(current)?.list.lastElementChild;
    if (!(last instanceof HTMLElement)) scroller.scrollTo({ top: 0 });
    else if (last.offsetHeight > scroller.clientHeight) {
      last.scrollIntoView({ block: 'start' });
      const isAnswer = last.previousElementSibling?.classList.contains('from-me');
      if (isAnswer) last.querySelector(MAIN_BUTTON)?.scrollIntoView({ block: 'nearest' });
    } else goToEnd();
  }

  // When a line above or below the chat takes room from it, the end stays in sight for who was there.
  let isAtEnd = false;
  new ResizeObserver(() => {
    if (isAtEnd) goToEnd();
  }).observe(scroller);

  /** @param {string} person @param {string} label */
  function conversationOf(person, label) {
    const known = conversations.get(person);
    if (known) return known;
    const made = createConversation(
      person,
      label,
      (message, execution) => execute(person, message, execution),
      sentenceOf,
    );
    made.add(messagesOf(person));
    conversations.set(person, made);
    scroller.append(made.list);
    return made;
  }

  function showEmpty() {
    empty.hidden = !isLoaded(current) || messagesOf(current).length > 0;
  }

  // A scrollable element must be reachable by keyboard.
  scroller.tabIndex = 0;
  toEnd.addEventListener('click', () => {
    showLast();
    toEnd.hidden = true;
  });
  scroller.addEventListener('scroll', () => {
    isAtEnd = fromEnd() <= AT_END;
    if (fromEnd() < NEAR_END) toEnd.hidden = true;
  });

  return {
    /** @param {string} person @param {string} name */
    show(person, name) {
      current = person;
      const shown = conversationOf(person, texts.chatOf(name));
      for (const { list } of conversations.values()) list.hidden = list !== shown.list;
      toEnd.hidden = true;
      showEmpty();
      showLast();
    },

    showEmpty,

    /** @param {string} person @param {Message[]} fresh @param {Message[]} changed */
    take(person, fresh, changed) {
      const conversation = conversations.get(person);
      const isAnswer = conversation?.list.lastElementChild?.classList.contains('from-me') ?? false;
      const follow = isAnswer || fromEnd() < NEAR_END || fresh.some(({ from }) => from === 'me');
      conversation?.replace(changed);
      conversation?.add(fresh);
      if (person !== current) return;
      showEmpty();
      if (fresh.length === 0) return;
      if (follow) showLast();
      else toEnd.hidden = false;
    },
  };
}
