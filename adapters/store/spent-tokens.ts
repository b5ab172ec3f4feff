import { HOUR } from '../../bot/time/units.ts';
import type { Database } from './collection.ts';

/** Links that open something once. */
export type SpentTokens = {
  /** True for the one who spends it; false for everybody after. `expires`: machine time, when it is worth nothing anyway. */
  spend(id: string, expires: Date): Promise<boolean>;
};

/** Clocks of several machines may differ so much. */
const KEPT = HOUR;

export const openSpentTokens = async (database: Database): Promise<SpentTokens> => {
  const tokens = await database.collection<{ _id: string; expires: Date }>('spentTokens', [{ fields: { expires: 1 } }]);
  return {
    spend: async (_id, expires) => {
      await tokens.remove({ expires: { $lt: new Date(Date.now() - KEPT) } });
      return tokens.insert({ _id, expires });
    },
  };
};
