import type { DeliveryId } from '../../bot/ids.ts';
import type { Delivery } from './delivery.ts';

export type Lane = {
  /** Sends all that can be sent now; resolves when nothing is left that this process could send. */
  flush(): Promise<void>;
  /** Takes nothing new; resolves when what is on its way has ended. */
  stop(): Promise<void>;
};

type LaneNeeds = {
  find(): Promise<readonly Delivery[]>;
  /** Resolves when the delivery is dealt with, whatever came of it; rejects when the store is away. */
  send(delivery: Delivery): Promise<void>;
  atOnce: number;
};

/**
 * Workers that each take the next delivery as soon as they are free: a slow one holds up nobody else's. Whoever asks
 * for a flush while they work has them look again at once.
 */
export const createLane = ({ find, send, atOnce }: LaneNeeds): Lane => {
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
    const start = (delivery: Delivery): void => {
      busy.add(delivery._id);
      void send(delivery)
        .catch((error: unknown) => void faults.push(error))
        .then(() => {
          busy.delete(delivery._id);
          ended = true;
          wake();
        });
    };
    let found: Delivery[] = [];
    for (;;) {
      if (goesOn() && (asked || found.length === 0)) {
        asked = false;
        ended = false;
        const all = await find().catch((error: unknown) => {
          faults.push(error);
          return [];
        });
        found = all.filter(({ _id }) => !busy.has(_id));
      }
      while (goesOn() && busy.size < atOnce) {
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
