import { LINK_STATES, type LinkRequest, type LinkRequests, type WrongCodes } from '../../bot/accounts/port.ts';
import { PLATFORMS } from '../../bot/platform.ts';
import type { Database } from './collection.ts';
import { type Fence, FILLED, MOMENT, oneOf } from './fence.ts';

const FENCE: Fence<LinkRequest> = {
  maker: FILLED,
  platform: oneOf(PLATFORMS),
  until: MOMENT,
  state: oneOf(LINK_STATES),
};

export const openLinkRequests = async (database: Database): Promise<LinkRequests> => {
  const requests = await database.collection<LinkRequest>(
    'linkRequests',
    [{ fields: { until: 1 } }, { fields: { maker: 1 } }, { fields: { by: 1 }, sparse: true }],
    FENCE,
  );
  const wrong = await database.collection<WrongCodes & { _id: string }>('wrongCodes', [{ fields: { at: 1 } }]);
  return {
    add: async (request) => {
      await requests.insert(request);
    },
    get: (id) => requests.get(id),
    of: async (person) => [...(await requests.find({ maker: person })), ...(await requests.find({ by: person }))],
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
