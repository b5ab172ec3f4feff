import type { DeliveryId } from '../bot/ids.ts';

export type WorkerPool = {
  /** Sends all that can be sent now; resolves when nothing is left that this process could send. */
  flush(): Promise<void>;
  /** Takes nothing new; resolves when what is on its way has ended. */
  stop(): Promise<void>;
};

/** One delivery. `send` resolves when it is dealt with, whatever came of it; rejects when the store is away. */
export type Job = { id: DeliveryId; send(): Promise<void> };

type WorkerPoolDeps = {
  /** Answers what can be sent now. What it has claimed itself it gives to `begin`: at most `free` of it. */
  find(free: number, begin: (claimed: Job) => void): Promise<readonly Job[]>;
  /** How many deliveries are on their way at once. */
  workers: number;
};

/**
 * Workers that each take the next delivery as soon as they are free: a slow one holds up nobody else's. Whoever asks
 * for a flush while they work has them look again at once.
 */
export const createWorkerPool = ({ find, workers }: WorkerPoolDeps): WorkerPool => {
  let running: Promise<void> | null = null;
  let asked = false;
  let stopped = false;
  let wake: () => void = () => undefined;

  const work = async (): Promise<void> => {
    const busy = new Set<DeliveryId>();
    const faults: unknown[] = [];
    /** Something has ended since they looked: what stood behind it may be ready. */
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
    let found: Job[] = [];
    for (;;) {
      if (goesOn() && (asked || found.length === 0)) {
        asked = false;
        ended = false;
        const all = await find(workers - busy.size, start).catch((error: unknown) => {
          faults.push(error);
          return [];
        });
        found = all.filter(({ id }) => !busy.has(id));
      }
      while (goesOn() && busy.size < workers) {
        const next = found.shift();
        if (next === undefined) break;
        start(next);
      }
      if (goesOn() && (asked || (ended && found.length === 0))) continue;
      if (busy.size === 0) break;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    // At once, without a turn between: who asks from here on begins anew.
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
