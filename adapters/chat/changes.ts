/** What became of a message. `at` orders the changes of one message, by the platform's clock. */
export type Change = { at: number } & ({ kind: 'edited' | 'restored'; text: string } | { kind: 'deleted' });

/**
 * What this process knows of messages and their changes, in memory only: platforms send a change together with its
 * message, before it, or twice.
 */
export type Changes = {
  /** Runs everything about one message in turn. */
  inTurn<T>(message: string, work: () => Promise<T>): Promise<T>;
  /** A message arrives: returns the change that arrived before it. */
  arrived(message: string): Change | null;
  hasArrived(message: string): boolean;
  /** A change arrives: false when a later one was there before. */
  isNews(message: string, change: Change): boolean;
  /** Keeps a change for the message that has not arrived. */
  keep(message: string, change: Change): void;
  /** Remembers that a deletion took a line from a draft. */
  tookBack(message: string): void;
  /** True once after `tookBack`. */
  comesBack(message: string): boolean;
};

const MAX_REMEMBERED = 1000;
/** These hold words, of messages that may never arrive. */
const MAX_EARLY = 50;

const remember = <Value>(all: Map<string, Value>, message: string, value: Value, most: number): void => {
  all.delete(message);
  const [oldest] = all.keys();
  if (all.size >= most && oldest !== undefined) all.delete(oldest);
  all.set(message, value);
};

export const createChanges = (): Changes => {
  const turns = new Map<string, Promise<unknown>>();
  const there = new Map<string, true>();
  const latest = new Map<string, number>();
  const early = new Map<string, Change>();
  const taken = new Map<string, true>();
  return {
    inTurn: async (message, work) => {
      const result = (turns.get(message) ?? Promise.resolve()).then(work);
      const settled = result.catch(() => undefined);
      turns.set(message, settled);
      try {
        return await result;
      } finally {
        if (turns.get(message) === settled) turns.delete(message);
      }
    },
    arrived: (message) => {
      remember(there, message, true, MAX_REMEMBERED);
      return early.get(message) ?? null;
    },
    hasArrived: (message) => there.has(message),
    isNews: (message, { at }) => {
      if (at < (latest.get(message) ?? at)) return false;
      remember(latest, message, at, MAX_REMEMBERED);
      return true;
    },
    keep: (message, change) => remember(early, message, change, MAX_EARLY),
    tookBack: (message) => remember(taken, message, true, MAX_REMEMBERED),
    comesBack: (message) => taken.delete(message),
  };
};
