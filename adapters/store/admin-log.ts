import { DEEDS } from '../../bot/audit/deed.ts';
import type { AdminLog, AuditEntry } from '../../bot/audit/port.ts';
import type { Database, Index } from './collection.ts';
import { type Fence, MOMENT, oneOf } from './fence.ts';

const INDEXES: readonly Index[] = [
  { fields: { at: -1 } },
  { fields: { by: 1 }, sparse: true },
  { fields: { about: 1 }, sparse: true },
];

type StoredEntry = AuditEntry & { _id: string };

const FENCE: Fence<StoredEntry> = { at: MOMENT, did: oneOf(DEEDS) };

const bare = ({ _id, ...entry }: StoredEntry): AuditEntry => entry;

export const openAdminLog = async (database: Database): Promise<AdminLog> => {
  const entries = await database.collection<StoredEntry>('adminLog', INDEXES, FENCE);
  return {
    add: async (id, entry) => {
      await entries.insert({ _id: id, ...entry });
    },
    newest: async (limit) => (await entries.find({}, { sort: { at: -1 }, limit })).map(bare),
    naming: async (person) => {
      const found = [...(await entries.find({ by: person })), ...(await entries.find({ about: person }))];
      const once = [...new Map(found.map((entry) => [entry._id, entry])).values()];
      return once.sort((a, b) => b.at.getTime() - a.at.getTime()).map(bare);
    },
    forget: (before) => entries.remove({ at: { $lt: before } }),
  };
};
