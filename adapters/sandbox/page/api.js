// @ts-check
import { texts } from './language.js';

/**
 * The sandbox's JSON API, as the page uses it.
 *
 * @typedef {{ id: string, name: string, unit: string, roles: string[] }} Person
 * @typedef {{ person: string, next: number, unseen: number }} News
 * @typedef {{ seq: number, id: string, at: string, from: 'bot' | 'me', text: string, card: object | null }} Message
 * @typedef {import('../../../cards/block-kit/blocks.ts').SlackMessage} SlackMessage
 * @typedef {import('../../../cards/block-kit/blocks.ts').SlackModal} SlackModal
 * @typedef {{ field: string, windows: Record<string, SlackModal> }} Redrawn
 * @typedef {SlackMessage & { windows: Record<string, SlackModal>, redrawn: Record<string, Redrawn> }} SlackForm
 * @typedef {{ open: boolean, until: string, nextMorning: string, inTenDays: string }} WorkingHours
 * @typedef {{ person: string, message: string, verb: string, data: Record<string, unknown> }} Press
 */

const { errors } = texts;

/** The sentence for each status. Only a 409 brings its own sentence for people; the others are for programmers. */
const BY_STATUS = new Map([
  [400, errors.fields],
  [404, errors.missing],
  [413, errors.tooLong],
  [503, errors.busy],
]);

/** The call failed. `message` is a sentence for the person. */
class Refusal extends Error {
  /**
   * @param {number} status the HTTP status, 0 without an answer
   * @param {string} message
   */
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

/** @param {unknown} error */
export function sentenceOf(error) {
  return error instanceof Refusal ? error.message : errors.page;
}

/**
 * @param {number} status
 * @param {unknown} body
 */
function refusal(status, body) {
  const message = /** @type {{ error?: { message?: unknown } } | null} */ (body)?.error?.message;
  const own = status === 409 && typeof message === 'string' && message !== '' ? message : undefined;
  return new Refusal(status, own ?? BY_STATUS.get(status) ?? errors.failed);
}

/**
 * @param {string} method
 * @param {string} path
 * @param {object} [body]
 * @returns {Promise<any>}
 */
async function call(method, path, body) {
  /** @type {RequestInit} */
  const request = { method, cache: 'no-store' };
  if (body) {
    request.headers = { 'content-type': 'application/json' };
    request.body = JSON.stringify(body);
  }
  const response = await fetch(path, request).catch(() => null);
  if (!response) throw new Refusal(0, errors.silent);
  const answer = await response.json().catch(() => null);
  if (!response.ok) throw refusal(response.status, answer);
  return answer;
}

export const api = {
  /** @returns {Promise<{ people: Person[] }>} */
  people: () => call('GET', '/sandbox/people'),

  /**
   * How much is new, for everybody at once.
   *
   * @param {readonly (readonly [person: string, seq: number])[]} seen how far somebody's chat has been seen
   * @returns {Promise<{ news: News[] }>}
   */
  news: (seen) => {
    const asked = new URLSearchParams(seen.map(([person, seq]) => ['seen', `${person}:${seq}`]));
    return call('GET', `/sandbox/news?${asked}`);
  },

  /**
   * @param {string} person
   * @param {number} after
   * @returns {Promise<{ messages: Message[], next: number }>}
   */
  messages: (person, after) => call('GET', `/sandbox/messages?person=${encodeURIComponent(person)}&after=${after}`),

  /**
   * @param {string} person
   * @param {string} message
   * @returns {Promise<SlackForm>}
   */
  slack: (person, message) =>
    call('GET', `/sandbox/slack?person=${encodeURIComponent(person)}&message=${encodeURIComponent(message)}`),

  /**
   * @param {string} person
   * @param {string} text
   * @returns {Promise<void>}
   */
  write: (person, text) => call('POST', '/sandbox/messages', { person, text }),

  /**
   * @param {Press} press
   * @returns {Promise<void>}
   */
  press: (press) => call('POST', '/sandbox/actions', press),

  /** @returns {Promise<{ now: string }>} */
  clock: () => call('GET', '/sandbox/clock'),

  /** @returns {Promise<WorkingHours>} */
  workingHours: () => call('GET', '/sandbox/working-hours'),

  /**
   * @param {{ now: string } | { advance: string }} move `advance` is an ISO 8601 duration
   * @returns {Promise<{ now: string }>}
   */
  moveClock: (move) => call('POST', '/sandbox/clock', move),

  /** @returns {Promise<{ jobs: string[] }>} */
  jobs: () => call('GET', '/sandbox/jobs'),

  /**
   * @param {string} name
   * @returns {Promise<Record<string, unknown>>}
   */
  runJob: (name) => call('POST', `/sandbox/jobs/${encodeURIComponent(name)}`, {}),
};
