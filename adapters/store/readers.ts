import type { Readers } from '../../bot/nudges/port.ts';
import { NO_WISHES, type Reader } from '../../bot/nudges/reader.ts';
import { RHYTHMS } from '../../bot/words.ts';
import type { Database } from './collection.ts';
import { oneOf } from './fence.ts';

export const openReaders = async (database: Database): Promise<Readers> => {
  const readers = await database.collection<Reader>('readers', [], { rhythm: oneOf(RHYTHMS) });
  return {
    get: async (id) => {
      const found = await readers.get(id);
      if (found === null) return NO_WISHES;
      const { _id, ...wishes } = found;
      return wishes;
    },
    of: (people) => readers.find({ _id: { $in: [...people] } }),
    change: async (id, wishes) => {
      if (await readers.insert({ _id: id, ...NO_WISHES, ...wishes })) return;
      if (Object.keys(wishes).length > 0) await readers.update({ _id: id }, { $set: { ...wishes } });
    },
  };
};
