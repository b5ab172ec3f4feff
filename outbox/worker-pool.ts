import type { DeliveryId } from '../bot/ids.ts';

export type WorkerPool = {
  /** Sends everything that can be sent now; resolves when this process can send no more. */
  flush(): Promise<void>;
  /** Takes no new jobs; resolves when running ones have ended. */
  stop(): Promise<void>;
};

/** One delivery. `send` resolves when it is dealt with, whatever the outcome; rejects when the store is unavailable. */
export type Job = { id: DeliveryId; send(): Promise<void> };

type WorkerPoolDeps = {
  /** Returns what can be sent now. Passes at most `free` jobs that it has claimed itself to `begin`. */
  find(free: number, begin: (claimed: Job) => void): Promise<readonly Job[]>;
  /** Upper limit of deliveries being sent at the same time. */
  workers: number;
};

/**
 * Creates workers that each take the next delivery as soon as they are free, so a slow one delays no other recipient. A
 * flush requested while they work makes them look again at once.
 */
export const createWorkerPool = ({ find, workers }: WorkerPoolDeps): WorkerPool => {
  let running: Promise<void> | null = null;
  let asked = false;
  let stopped = false;
  let wake: () => void = () => undefined;

  const work = async (): Promise<void> => {
    const busy = new Set<DeliveryId>();
    const faults: unknown[] = [];
    /** A job has ended since the last `find`: what waited behind it may be ready. */
    let ended = false;
    const goesOn = () => !stopped && faults.length === 0;
    const start = ({ id, send }: Job): void => {
      busy.add(id);
      void send()
        .catch((error: unknown) => void faults.push(error))
        .then(() => {
          busy.delete(id);
          ended = true;
          wake();
        });
    };
    let waiting: Job[] = [];
    for (;;) {
      if (goesOn() && (asked || waiting.length === 0)) {
        asked = false;
        ended = false;
        const all = await find(workers - busy.size, start).catch((error: unknown) => {
          faults.push(error);
          return [];
        });
        waiting = all.filter(({ id }) => !busy.has(id));
      }
      while (goesOn() && busy.size < workers) {
        const next = waiting.shift();
        if (next === undefined) break;
        start(next);
      }
      if (goesOn() && (asked || (ended && waiting.length === 0))) continue;
      if (busy.size === 0) break;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    // Synchronously, before yielding: a flush requested from here on starts anew.
    running = null;
    if (faults.length > 0) throw faults[0];
  };

  return {
    flush: () => {
      asked = true;
      wake();
      running ??= work();
      return running;
    },
    stop: async () => {
      stopped = true;
      await running?.catch(() => undefined);
    },
  };
};
