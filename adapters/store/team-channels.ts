import type { TeamChannels } from '../../bot/nudges/port.ts';
import type { TeamChannel } from '../../bot/nudges/team-channel.ts';
import type { Database, Filter, Index } from './collection.ts';

const INDEXES: readonly Index[] = [
  { fields: { state: 1, _id: 1 } },
  // Sorts what admins look at.
  { fields: { state: 1, since: -1 } },
];

const FENCE: Filter = {
  rev: { $gte: 0 },
  state: { $in: ['on', 'stopped', 'unreachable'] satisfies TeamChannel['state'][] },
  channel: { $gt: '' },
  language: { $gt: '' },
  since: { $gte: new Date(0) },
};

const OVER = { $in: ['stopped', 'unreachable'] satisfies TeamChannel['state'][] };

export const openTeamChannels = async (database: Database): Promise<TeamChannels> => {
  const channels = await database.collection<TeamChannel>('teamChannels', INDEXES, FENCE);
  return {
    begin: async ({ at: since, ...asked }) => {
      const fresh = { ...asked, state: 'on' as const, since, endedAt: null, reason: null };
      const added: TeamChannel = { ...fresh, rev: 0, sentFor: '' };
      if (await channels.insert(added)) return added;
      const { _id, ...again } = fresh;
      // One that gets it already matches nothing, and stays as it is.
      await channels.update({ _id, state: OVER }, { $set: again, $inc: { rev: 1 } });
      return (await channels.get(_id)) ?? added;
    },
    get: (id) => channels.get(id),
    end: async (id, rev, { state, at, reason }) => {
      await channels.update({ _id: id, rev, state: 'on' }, { $set: { state, endedAt: at, reason } });
    },
    sent: async (id, week) => {
      await channels.update({ _id: id, sentFor: { $lt: week } }, { $set: { sentFor: week } });
    },
    after: (id, most) => channels.find({ state: 'on', _id: { $gt: id } }, { sort: { _id: 1 }, limit: most }),
    count: () => channels.count({ state: 'on' }),
    newest: async (most) => {
      const [on, closed] = await Promise.all(
        ['on', 'unreachable'].map((state) => channels.find({ state }, { sort: { since: -1 }, limit: most })),
      );
      return [...(on ?? []), ...(closed ?? [])].slice(0, most);
    },
  };
};
