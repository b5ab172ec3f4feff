import { PLATFORMS, type Platform } from '../../bot/platform.ts';
import type { Hold, HoldBook, SendingPause } from '../../outbox/ports.ts';
import type { Database } from './collection.ts';
import { type Fence, FILLED, MOMENT, NOT_NEGATIVE } from './fence.ts';

type StoredHold = Omit<Hold, 'queue'> & { _id: Platform };
type Pause = { _id: string; since: Date };

const FENCE: Fence<StoredHold> = { since: MOMENT, reason: FILLED, probes: NOT_NEGATIVE, probeAt: MOMENT };

const holdOf = ({ _id: queue, ...hold }: StoredHold): Hold => ({ queue, ...hold });

const EVERYTHING = 'all';

/** Stored, so that every process obeys a hold and knows when to probe. */
export const openHolds = async (database: Database): Promise<HoldBook & SendingPause> => {
  const holds = await database.collection<StoredHold>('holds', [], FENCE);
  const pauses = await database.collection<Pause>('pauses', []);
  return {
    all: async () => {
      const found = await Promise.all(PLATFORMS.map((platform) => holds.get(platform)));
      return found.flatMap((hold) => (hold === null ? [] : [holdOf(hold)]));
    },
    get: async (queue) => {
      const found = await holds.get(queue);
      return found === null ? null : holdOf(found);
    },
    add: ({ queue, ...hold }) => holds.insert({ _id: queue, ...hold }),
    takeProbe: (queue, due, next) =>
      holds.update({ _id: queue, probeAt: due }, { $set: { probeAt: next }, $inc: { probes: 1 } }),
    remove: async (queue, since) => (await holds.remove({ _id: queue, since })) > 0,
    told: async (queue, since) => {
      await holds.update({ _id: queue, since }, { $set: { told: true } });
    },
    isPaused: async () => (await pauses.get(EVERYTHING)) !== null,
    since: async () => (await pauses.get(EVERYTHING))?.since ?? null,
    pause: (at) => pauses.insert({ _id: EVERYTHING, since: at }),
    resume: async () => (await pauses.remove({ _id: EVERYTHING })) > 0,
  };
};
