// @ts-check
/**
 * The server's live events.
 *
 * @typedef {{ person: string, id: string, seq: number, ping: boolean }} MessageEvent_
 * @typedef {object} Listener
 * @property {() => void} connected also after every reconnect: fetch what was missed
 * @property {() => void} lost
 * @property {(event: MessageEvent_) => void} message
 * @property {(now: string) => void} clock
 * @property {() => void} people
 */

const RETRY_MS = 4000;

/** @param {Listener} listener */
export function listen(listener) {
  const source = new EventSource('/sandbox/stream');
  source.addEventListener('open', () => listener.connected());
  source.addEventListener('message', (event) => listener.message(JSON.parse(event.data)));
  source.addEventListener('clock', (event) => listener.clock(JSON.parse(event.data).now));
  source.addEventListener('people', () => listener.people());
  source.addEventListener('error', () => {
    listener.lost();
    // The browser reconnects by itself after a lost connection, but gives up after an HTTP error.
    if (source.readyState === EventSource.CLOSED) setTimeout(() => listen(listener), RETRY_MS);
  });
}
