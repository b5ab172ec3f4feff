import type { Backlogs } from '../../bot/messages/backlog.ts';
import { PLATFORMS } from '../../bot/platform.ts';
import type { Collection, Database } from './collection.ts';
import type { StoredDelivery } from './stored-delivery.ts';

type Stored = StoredDelivery<unknown>;

/** The message that is due for longest is looked for among this many, those that were decided first. */
const LOOKED_AT = 200;
/** More messages than this to people who cannot be reached are not read. */
const MAX_NOT_REACHED = 20_000;

/** Reads what waits to be sent. Monitoring asks every half minute or so, so it need not be fast. */
export const openBacklogs = async (database: Database): Promise<Backlogs> => {
  const deliveries: Collection<Stored> = await database.collection<Stored>('deliveries', []);
  return {
    backlog: async (domainNow) => {
      const isDue = { notBefore: { $lte: domainNow } };
      const first = await deliveries.find(
        { state: 'due', ...isDue },
        { sort: { order: 1 }, limit: LOOKED_AT, fields: ['notBefore'] },
      );
      const oldest = first.map(({ notBefore }) => notBefore);
      const queued: Partial<Record<(typeof PLATFORMS)[number], number>> = {};
      for (const run of PLATFORMS) queued[run] = await deliveries.count({ state: 'queued', run, ...isDue });
      const notReached = await deliveries.find(
        { state: 'unreachable', undelivered: { $gt: '' as never } },
        { limit: MAX_NOT_REACHED, fields: ['undelivered'] },
      );
      return {
        due: await deliveries.count({ state: 'due', ...isDue }),
        queued,
        oldestSince: oldest.length === 0 ? null : new Date(Math.min(...oldest.map(Number))),
        peopleNotReached: new Set(notReached.map(({ undelivered }) => undelivered)).size,
      };
    },
  };
};
