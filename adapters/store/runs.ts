import type { Runs } from '../../bot/nudges/port.ts';
import { RUN_STATES, type Run } from '../../bot/nudges/run.ts';
import type { Database } from './collection.ts';
import { type Fence, NOT_NEGATIVE, oneOf } from './fence.ts';

const FENCE: Fence<Run> = { rev: NOT_NEGATIVE, state: oneOf(RUN_STATES) };

export const openRuns = async (database: Database): Promise<Runs> => {
  const runs = await database.collection<Run>('runs', [], FENCE);
  return {
    add: (run) => runs.insert(run),
    get: (week) => runs.get(week),
    newest: (limit) => runs.find({}, { sort: { _id: -1 }, limit }),
    change: (week, rev, set) => runs.update({ _id: week, rev }, { $set: { ...set }, $inc: { rev: 1 } }),
    advance: (week, from, { to, counts, last }) => {
      const added = Object.entries(counts).filter(([, count]) => count > 0);
      return runs.update(
        { _id: week, state: 'planning', cursor: from },
        {
          $set: { cursor: to, ...(last ? { state: 'planned' } : {}) },
          // Also `rev`, so that cancelling or pausing a run never works from outdated progress.
          $inc: { rev: 1, ...Object.fromEntries(added.map(([key, count]) => [`counts.${key}`, count])) },
        },
      );
    },
  };
};
