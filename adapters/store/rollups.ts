import type { Headcount } from '../../bot/adoption/fact.ts';
import type { Headcounts, Publications, Rollups, RunningCount } from '../../bot/adoption/port.ts';
import type { Publication } from '../../bot/adoption/publication.ts';
import type { PublishedWeek } from '../../bot/adoption/published-week.ts';
import type { Rollup } from '../../bot/adoption/rollup.ts';
import type { Database } from './collection.ts';
import { FILLED } from './fence.ts';

type Running = { _id: 'now' } & RunningCount;

/** Every `_id` here is a week, so the default index is enough. */
const ALL = { _id: { $gt: '' } };
const inOrder = { sort: { _id: 1 as const } };
const LAST = { sort: { _id: -1 as const }, limit: 1 };

export const openRollups = async (database: Database): Promise<Rollups & Headcounts & Publications> => {
  const heads = await database.collection<Headcount>('headcounts', []);
  const rollups = await database.collection<Rollup>('rollups', []);
  const drawn = await database.collection<PublishedWeek>('publishedWeeks', []);
  const publications = await database.collection<Publication>('publications', []);
  const running = await database.collection<Running>('runningWeek', [], { week: FILLED, day: FILLED });
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
    keepDrawn: async (week) => ((await drawn.insert(week)) ? week : ((await drawn.get(week._id)) ?? week)),
    drawn: () => drawn.find({}, inOrder),
    running: async () => {
      const counted = await running.get('now');
      return counted === null ? null : { week: counted.week, day: counted.day, asked: counted.asked };
    },
    keepRunning: async (count) => {
      if (!(await running.insert({ _id: 'now', ...count }))) await running.update({ _id: 'now' }, { $set: count });
    },
    clear: async () => {
      await publications.remove(ALL);
      await rollups.remove(ALL);
    },
  };
};
