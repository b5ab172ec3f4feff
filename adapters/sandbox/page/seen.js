// @ts-check
/**
 * The messages that this browser has shown, for each person. Kept in localStorage, or in memory where that is not
 * allowed. It starts from scratch when the server has another store (an emptied folder), which shows by its marker or
 * by a lower sequence number than before.
 *
 * @typedef {{ next: number, ids: string[] }} Shown
 */

const KEY = 'sammen.seen';

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

/** @param {string} marker the server's id for its store, '' when there is none */
export function createSeen(marker) {
  const kept = recall(KEY);
  /** @type {Record<string, Shown>} */
  const people = kept?.marker === marker && typeof kept.people === 'object' ? kept.people : {};
  const save = () => remember(KEY, { marker, people });

  /** @param {string} person */
  const ids = (person) => people[person]?.ids ?? [];

  return {
    /**
     * Forgets messages that the server no longer has.
     *
     * @param {string} person
     * @param {number} next the highest sequence the server has for this person
     * @param {string[]} existing ids
     */
    reconcile(person, next, existing) {
      const same = next >= (people[person]?.next ?? 0);
      const there = new Set(existing);
      people[person] = { next, ids: same ? ids(person).filter((id) => there.has(id)) : [] };
      save();
    },

    /**
     * @param {string} person
     * @param {number} next
     * @param {string[]} shown ids
     */
    show(person, next, shown) {
      people[person] = { next, ids: [...new Set([...ids(person), ...shown])] };
      save();
    },

    /**
     * @param {string} person
     * @param {string[]} candidates ids
     */
    countUnseen(person, candidates) {
      const shown = new Set(ids(person));
      return candidates.filter((id) => !shown.has(id)).length;
    },
  };
}
