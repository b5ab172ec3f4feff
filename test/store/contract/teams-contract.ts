import assert from 'node:assert/strict';
import { personId } from '../../../bot/ids.ts';
import { teamChannelIdOf } from '../../../bot/nudges/team-channel.ts';
import { TUESDAY } from '../../support/fixtures/builders.ts';
import { type Ports, unique } from './ports-contract.ts';

const aChannel = (overrides: object = {}) => {
  const place = { platform: 'slack' as const, channel: unique('C') };
  const who = { unit: 'Park og Vej', language: 'da' as const, by: personId('p') };
  return { _id: teamChannelIdOf(place), ...place, ...who, at: TUESDAY, ...overrides };
};
const LATER = new Date(TUESDAY.getTime() + 1000);

/** The store's contract for the weekly principle in team channels. */
export const teamsContract = (ports: () => Ports): void => {
  describe('the channels of teams', () => {
    it('start once, whoever asks, and again after they stopped', async () => {
      const { teamChannels } = ports().store;
      const asked = aChannel();
      const all = await Promise.all([1, 2, 3].map(() => teamChannels.begin(asked)));
      assert.deepEqual(all[0], all[2]);
      const { at: since, ...told } = asked;
      assert.deepEqual(await teamChannels.get(asked._id), {
        ...told,
        rev: 0,
        state: 'on',
        since,
        endedAt: null,
        reason: null,
        sentFor: '',
      });
      assert.equal((await teamChannels.begin({ ...asked, unit: 'Biblioteket', at: LATER })).unit, 'Park og Vej');
      await teamChannels.end(asked._id, 0, { state: 'unreachable', at: LATER, reason: 'is_archived' });
      const ended = await teamChannels.get(asked._id);
      assert.deepEqual([ended?.state, ended?.reason, ended?.endedAt], ['unreachable', 'is_archived', LATER]);
      const again = await teamChannels.begin({ ...asked, unit: 'Biblioteket', at: LATER });
      assert.deepEqual([again.state, again.rev, again.unit, again.reason], ['on', 1, 'Biblioteket', null]);
    });

    it('are not stopped by a decision made before somebody asked again', async () => {
      const { teamChannels } = ports().store;
      const asked = aChannel();
      await teamChannels.begin(asked);
      await teamChannels.end(asked._id, 0, { state: 'stopped', at: LATER, reason: null });
      await teamChannels.begin(asked);
      await teamChannels.end(asked._id, 0, { state: 'unreachable', at: LATER, reason: 'late' });
      assert.equal((await teamChannels.get(asked._id))?.state, 'on');
    });

    it('record the last week they got, which never moves back', async () => {
      const { teamChannels } = ports().store;
      const asked = aChannel();
      await teamChannels.begin(asked);
      for (const week of ['2026-W50', '2026-W51', '2026-W49'] as const) await teamChannels.sent(asked._id, week);
      assert.equal((await teamChannels.get(asked._id))?.sentFor, '2026-W51');
    });

    it('are found page by page while active, counted, and shown to admins until they stop', async () => {
      const { teamChannels } = ports().store;
      const before = await teamChannels.count();
      const asked = [aChannel(), aChannel(), aChannel()];
      for (const one of asked) await teamChannels.begin(one);
      const [first, second] = asked;
      assert.ok(first && second);
      await teamChannels.end(first._id, 0, { state: 'stopped', at: LATER, reason: null });
      await teamChannels.end(second._id, 0, { state: 'unreachable', at: LATER, reason: 'gone' });
      assert.equal(await teamChannels.count(), before + 1);
      const found: string[] = [];
      for (let page = await teamChannels.after('', 1); page[0] !== undefined; ) {
        found.push(page[0]._id);
        page = await teamChannels.after(page[0]._id, 1);
      }
      assert.deepEqual(found, [...new Set(found)].sort());
      assert.ok(found.includes(asked[2]?._id ?? '') && !found.includes(first._id) && !found.includes(second._id));
      const shown = (await teamChannels.newest(100)).map(({ _id }) => _id);
      assert.ok(shown.includes(second._id) && !shown.includes(first._id));
    });
  });
};
