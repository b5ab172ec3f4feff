import type { AdminEntry, AdminLog } from '../../bot/people/port.ts';
import type { Database } from './collection.ts';

export const openAdminLog = async (database: Database): Promise<AdminLog> => {
  const entries = await database.collection<AdminEntry & { _id: string }>('adminLog', [{ fields: { at: -1 } }]);
  return {
    add: async (id, entry) => {
      await entries.insert({ _id: id, ...entry });
    },
    newest: async (limit) => (await entries.find({}, { sort: { at: -1 }, limit })).map(({ _id, ...entry }) => entry),
  };
};
