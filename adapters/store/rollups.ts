import type { Headcount } from '../../bot/adoption/fact.ts';
import type { Headcounts, Publications, Rollups } from '../../bot/adoption/port.ts';
import type { Publication } from '../../bot/adoption/publication.ts';
import type { Rollup } from '../../bot/adoption/rollup.ts';
import type { Week } from '../../bot/time/iso-week.ts';
import type { Database } from './collection.ts';
import { FILLED, NOT_NEGATIVE } from './fence.ts';

type Running = { _id: 'now'; week: Week; asked: number };

/** Every `_id` here is a week, so the default index is enough. */
const ALL = { _id: { $gt: '' } };
const inOrder = { sort: { _id: 1 as const } };
const LAST = { sort: { _id: -1 as const }, limit: 1 };

export const openRollups = async (database: Database): Promise<Rollups & Headcounts & Publications> => {
  const heads = await database.collection<Headcount>('headcounts', []);
  const rollups = await database.collection<Rollup>('rollups', []);
  const publications = await database.collection<Publication>('publications', []);
  const running = await database.collection<Running>('runningWeek', [], { week: FILLED, asked: NOT_NEGATIVE });
  return {
    addHeadcount: async (head) => ((await heads.insert(head)) ? head : ((await heads.get(head._id)) ?? head)),
    headcounts: () => heads.find({}, inOrder),
    add: async (rollup) => {
      await rollups.insert(rollup);
    },
    rename: async (week, people) => {
      await rollups.update({ _id: week }, { $set: { ...people } });
    },
    all: () => rollups.find({}, inOrder),
    last: async () => (await rollups.find(ALL, LAST))[0]?._id ?? null,
    publish: async (publication) => {
      await publications.insert(publication);
    },
    lastPublished: async () => (await publications.find(ALL, LAST))[0] ?? null,
    running: async (week) => {
      const counted = await running.get('now');
      return counted?.week === week ? counted.asked : null;
    },
    keepRunning: async (week, asked) => {
      if (await running.insert({ _id: 'now', week, asked })) return;
      await running.update(
        { _id: 'now', $or: [{ week: { $ne: week } }, { asked: { $ne: asked } }] },
        { $set: { week, asked } },
      );
    },
    clear: async () => {
      await publications.remove(ALL);
      await rollups.remove(ALL);
    },
  };
};
