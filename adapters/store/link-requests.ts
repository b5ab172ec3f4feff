import type { LinkRequest, LinkRequests, WrongCodes } from '../../bot/lives/port.ts';
import type { Database, Filter } from './collection.ts';

const FENCE: Filter = { maker: { $gt: '' }, until: { $gte: new Date(0) } };

export const openLinkRequests = async (database: Database): Promise<LinkRequests> => {
  const requests = await database.collection<LinkRequest>('linkRequests', [{ fields: { until: 1 } }], FENCE);
  const wrong = await database.collection<WrongCodes & { _id: string }>('wrongCodes', [{ fields: { at: 1 } }]);
  return {
    add: async (request) => {
      await requests.insert(request);
    },
    get: (id) => requests.get(id),
    change: (id, from, to) => requests.update({ _id: id, state: from }, { $set: { ...to } }),
    wrongCodes: (person) => wrong.get(person),
    setWrongCodes: (person, before, after) =>
      before === null
        ? wrong.insert({ _id: person, rev: 0, ...after })
        : wrong.update({ _id: person, rev: before.rev }, { $set: { ...after }, $inc: { rev: 1 } }),
    forget: async (before) => {
      const gone = await requests.remove({ until: { $lt: before } });
      await wrong.remove({ at: { $lt: before } });
      return gone;
    },
  };
};
