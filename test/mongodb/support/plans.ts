import type { Db } from 'mongodb';
import type { Query } from './recorder.ts';

/** One step of a query plan: its stage, and the index it uses. */
type Step = { stage: string; index: string | null };

const stepsIn = (plan: unknown): Step[] => {
  if (typeof plan !== 'object' || plan === null) return [];
  const index = 'indexName' in plan && typeof plan.indexName === 'string' ? plan.indexName : null;
  const own = 'stage' in plan && typeof plan.stage === 'string' ? [{ stage: plan.stage, index }] : [];
  return [...own, ...Object.values(plan).flatMap(stepsIn)];
};

/** The server's plan for a query. */
export const planOf = async (db: Db, { collection, filter, sort, limit }: Query): Promise<Step[]> => {
  const find = {
    find: collection,
    filter,
    ...(Object.keys(sort).length > 0 && { sort }),
    ...(limit > 0 && { limit }),
  };
  const { queryPlanner } = await db.command({ explain: find, verbosity: 'queryPlanner' });
  return stepsIn(queryPlanner.winningPlan);
};

/** Whether a plan reads a whole collection. DocumentDB walks the index on `_id` where MongoDB reports COLLSCAN. */
export const readsEverything = ({ filter, sort }: Query, plan: readonly Step[]): boolean =>
  plan.some(({ stage, index }) => stage === 'COLLSCAN' || (index === '_id_' && !('_id' in filter || '_id' in sort)));

export const sortsInMemory = (plan: readonly Step[]): boolean => plan.some(({ stage }) => stage === 'SORT');
