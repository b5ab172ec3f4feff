// @ts-check
/**
 * How far each person's chat has been shown in this browser. Kept in localStorage, or in memory where that is not
 * allowed.
 */

const KEY = 'sammen.shown';
/** They go into an address, which cannot be of any length; whoever was looked at longest ago counts as new again. */
const MAX_KEPT = 300;

/** @param {string} key @returns {any} */
export function recall(key) {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null');
  } catch {
    return null;
  }
}

/** @param {string} key @param {unknown} value */
export function remember(key, value) {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // In private windows or on a full disk the page works without it.
  }
}

/** @param {unknown} kept @returns {kept is [string, number][]} */
const isSeen = (kept) =>
  Array.isArray(kept) &&
  kept.every((pair) => Array.isArray(pair) && typeof pair[0] === 'string' && Number.isInteger(pair[1]));

export function createSeen() {
  const kept = recall(KEY);
  const until = new Map(isSeen(kept) ? kept : []);

  return {
    entries: () => [...until],

    /** @param {string} person */
    until: (person) => until.get(person) ?? 0,

    /** @param {string} person @param {number} next the highest sequence number on screen */
    show(person, next) {
      if (until.get(person) === next) return;
      until.delete(person);
      until.set(person, next);
      for (const oldest of [...until.keys()].slice(0, -MAX_KEPT)) until.delete(oldest);
      remember(KEY, [...until]);
    },
  };
}
