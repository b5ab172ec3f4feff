import type { TeamChannels } from '../../bot/nudges/port.ts';
import { TEAM_CHANNEL_STATES, type TeamChannel } from '../../bot/nudges/team-channel.ts';
import { PLATFORMS } from '../../bot/platform.ts';
import { LANGUAGES } from '../../bot/words.ts';
import type { Database, Index } from './collection.ts';
import { type Fence, FILLED, MOMENT, NOT_NEGATIVE, oneOf } from './fence.ts';

const INDEXES: readonly Index[] = [
  { fields: { state: 1, _id: 1 } },
  // For the list that admins see.
  { fields: { state: 1, since: -1 } },
];

const FENCE: Fence<TeamChannel> = {
  platform: oneOf(PLATFORMS),
  channel: FILLED,
  rev: NOT_NEGATIVE,
  state: oneOf(TEAM_CHANNEL_STATES),
  language: oneOf(LANGUAGES),
  since: MOMENT,
};

export const openTeamChannels = async (database: Database): Promise<TeamChannels> => {
  const channels = await database.collection<TeamChannel>('teamChannels', INDEXES, FENCE);
  return {
    begin: async ({ at: since, ...asked }) => {
      const fresh = { ...asked, state: 'on' as const, since, endedAt: null, reason: null };
      const added: TeamChannel = { ...fresh, rev: 0, sentFor: '' };
      if (await channels.insert(added)) return added;
      const { _id, ...again } = fresh;
      // A channel that is on already does not match and stays unchanged.
      await channels.update({ _id, state: { $ne: 'on' } }, { $set: again, $inc: { rev: 1 } });
      return (await channels.get(_id)) ?? added;
    },
    get: (id) => channels.get(id),
    end: async (id, rev, { state, at, reason }) => {
      await channels.update({ _id: id, rev, state: 'on' }, { $set: { state, endedAt: at, reason } });
    },
    sent: async (id, week) => {
      await channels.update({ _id: id, sentFor: { $lt: week } }, { $set: { sentFor: week } });
    },
    after: (id, limit) => channels.find({ state: 'on', _id: { $gt: id } }, { sort: { _id: 1 }, limit }),
    count: () => channels.count({ state: 'on' }),
    newest: async (limit) => {
      const [on, closed] = await Promise.all(
        (['on', 'unreachable'] as const).map((state) => channels.find({ state }, { sort: { since: -1 }, limit })),
      );
      return [...(on ?? []), ...(closed ?? [])].slice(0, limit);
    },
  };
};
