import { HOUR } from '../../bot/time/units.ts';
import type { Database } from './collection.ts';

/** Tokens of single-use links. */
export type SpentTokens = {
  /** True for the first caller, false for all later ones. `expires`: the machine time when the token becomes invalid. */
  spend(id: string, expires: Date): Promise<boolean>;
  isSpent(id: string): Promise<boolean>;
};

/** Spent tokens are kept this long after expiry, because the clocks of several machines may differ. */
const MAX_CLOCK_SKEW_MS = HOUR;

export const openSpentTokens = async (database: Database): Promise<SpentTokens> => {
  const tokens = await database.collection<{ _id: string; expires: Date }>('spentTokens', [{ fields: { expires: 1 } }]);
  return {
    spend: async (_id, expires) => {
      await tokens.remove({ expires: { $lt: new Date(Date.now() - MAX_CLOCK_SKEW_MS) } });
      return tokens.insert({ _id, expires });
    },
    isSpent: async (id) => (await tokens.get(id)) !== null,
  };
};
