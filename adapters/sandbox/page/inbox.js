// @ts-check
/** @import { Message } from './api.js' */

/**
 * The messages that this page has fetched, for everybody who was shown.
 *
 * @typedef {{ messages: Map<string, Message>, next: number, isLoaded: boolean }} Box `messages` in the order the chat shows them
 * @typedef {{ person: string, fresh: Message[], changed: Message[] }} News
 */

/**
 * Sorts messages that arrive together. Others keep their place: after the clock was moved back, a new message must not
 * appear above older ones.
 *
 * @param {Message} a
 * @param {Message} b
 */
const byTime = (a, b) => Date.parse(a.at) - Date.parse(b.at) || a.seq - b.seq;

/**
 * @param {Box} box
 * @param {Message[]} arrived
 */
function merge(box, arrived) {
  const fresh = arrived.filter((message) => !box.messages.has(message.id)).sort(byTime);
  /** @type {Message[]} */
  const changed = [];
  for (const message of arrived) {
    const known = box.messages.get(message.id);
    if (!known || known.seq >= message.seq) continue;
    const kept = { ...message, at: known.at };
    box.messages.set(message.id, kept);
    changed.push(kept);
  }
  for (const message of fresh) box.messages.set(message.id, message);
  return { fresh, changed };
}

/**
 * @param {(person: string, after: number) => Promise<{ messages: Message[], next: number }>} fetchMessages
 * @param {(news: News) => void} onNews
 */
export function createInbox(fetchMessages, onNews) {
  /** @type {Map<string, Box>} */
  const boxes = new Map();
  /** One fetch at a time per person; requests meanwhile cause one more round. @type {Map<string, Promise<void>>} */
  const running = new Map();
  /** @type {Set<string>} */
  const wanted = new Set();

  /** @param {string} person */
  function box(person) {
    const known = boxes.get(person) ?? { messages: new Map(), next: 0, isLoaded: false };
    boxes.set(person, known);
    return known;
  }

  /** @param {string} person */
  async function rounds(person) {
    while (wanted.delete(person)) {
      const mine = box(person);
      const { messages, next } = await fetchMessages(person, mine.next);
      mine.next = Math.max(mine.next, next);
      mine.isLoaded = true;
      const { fresh, changed } = merge(mine, messages);
      if (fresh.length + changed.length > 0) onNews({ person, fresh, changed });
    }
  }

  return {
    /** @param {string} person */
    messages: (person) => [...box(person).messages.values()],

    /** Whether this person's messages were fetched at all. @param {string} person */
    isLoaded: (person) => boxes.get(person)?.isLoaded ?? false,

    /** @param {string} person */
    next: (person) => box(person).next,

    /**
     * Fetches missing messages and reports them to `onNews`. Rejects with a Refusal.
     *
     * @param {string} person
     * @returns {Promise<void>}
     */
    sync(person) {
      wanted.add(person);
      const round = running.get(person) ?? rounds(person).finally(() => running.delete(person));
      running.set(person, round);
      return round;
    },
  };
}
