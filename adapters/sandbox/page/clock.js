// @ts-check

import * as time from './danish-time.js';
import { element, onPress } from './dom.js';
import { texts } from './language.js';

/**
 * The domain's clock: shows it, moves it, and runs what is due after a move.
 *
 * @typedef {object} ClockParts
 * @property {HTMLTimeElement} long the whole text
 * @property {HTMLTimeElement} short for narrow windows
 * @property {HTMLElement} closed the line that says working hours are over
 * @property {HTMLButtonElement} open the button in it
 * @property {{ twoHours: HTMLButtonElement, nextMorning: HTMLButtonElement, tenDays: HTMLButtonElement }} moves
 * @property {HTMLFormElement} form
 * @property {HTMLInputElement} field
 *
 * @typedef {object} ClockDeps
 * @property {(move: { now: string } | { advance: string }) => Promise<{ now: string }>} move
 * @property {() => Promise<import('./api.js').WorkingHours>} hours
 * @property {() => Promise<void>} afterMove runs what is due
 * @property {(text: string) => void} say
 * @property {(error: unknown) => string} sentenceOf
 */

const TICK_MS = 5000;

/** @param {ClockParts} parts @param {ClockDeps} deps */
export function createClock(parts, deps) {
  /** Unknown until the server has said it. @type {number | null} */
  let offset = null;
  /** Unknown until the server has said it. @type {import('./api.js').WorkingHours | null} */
  let hours = null;
  const now = () => new Date(performance.now() + (offset ?? Date.now() - performance.now()));

  function show() {
    if (offset === null) return;
    const date = now();
    const words = [time.dayText(date), time.hourText(date)].map((text) => element('span', {}, text));
    parts.long.replaceChildren(words[0] ?? '', ' ', words[1] ?? '');
    parts.short.textContent = time.shortClockText(date);
    for (const place of [parts.long, parts.short]) place.dateTime = date.toISOString();
    parts.closed.hidden = hours === null || hours.open;
    if (hours !== null) parts.open.textContent = texts.goTo(time.weekdayText(new Date(hours.nextMorning)));
    if (hours !== null && date >= new Date(hours.until)) void ask();
    if (document.activeElement !== parts.field) parts.field.value = time.toField(date);
  }

  /** Asks when the organisation is open. Without an answer, the page says nothing about it. */
  async function ask() {
    hours = null;
    hours = await deps.hours().catch(() => null);
    show();
  }

  /** @param {string} iso */
  function set(iso) {
    offset = Date.parse(iso) - performance.now();
    show();
    void ask();
  }

  /** @param {{ now: string } | { advance: string }} wanted */
  async function move(wanted) {
    try {
      set((await deps.move(wanted)).now);
      deps.say(texts.clockMoved(time.clockText(now())));
      await deps.afterMove();
      deps.say(texts.allDone(time.clockText(now())));
    } catch (error) {
      deps.say(deps.sentenceOf(error));
    }
  }

  /** @param {'nextMorning' | 'inTenDays'} when */
  async function moveTo(when) {
    try {
      await move({ now: (await deps.hours())[when] });
    } catch (error) {
      deps.say(deps.sentenceOf(error));
    }
  }

  const toMorning = () => moveTo('nextMorning');
  onPress(parts.moves.twoHours, () => move({ advance: 'PT2H' }));
  onPress(parts.moves.nextMorning, toMorning);
  onPress(parts.open, toMorning);
  onPress(parts.moves.tenDays, () => moveTo('inTenDays'));
  parts.form.addEventListener('submit', (event) => {
    event.preventDefault();
    const wanted = time.fromField(parts.field.value);
    if (wanted) void move({ now: wanted.toISOString() });
    else deps.say(texts.pickBoth);
  });
  setInterval(show, TICK_MS);

  return { set };
}
