// @ts-check
/** Work that many things ask for, done once at a time. */

/**
 * Returns a function that runs `work`; asked again meanwhile, it runs once more afterwards.
 *
 * @param {() => Promise<void>} work
 * @returns {() => Promise<void>}
 */
export function coalesce(work) {
  let wanted = false;
  /** @type {Promise<void> | null} */
  let running = null;
  async function rounds() {
    while (wanted) {
      wanted = false;
      await work();
    }
  }
  return () => {
    wanted = true;
    running ??= rounds().finally(() => {
      running = null;
    });
    return running;
  };
}

/**
 * Returns a function that runs `work` after a little while, once for everything that asked for it until then.
 *
 * @param {() => void} work
 * @param {number} ms
 */
export function gather(work, ms) {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      work();
    }, ms);
  };
}
