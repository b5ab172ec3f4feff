import { LEAST } from './disclosure/least.ts';
import type { Headcount } from './fact.ts';

/** The small units together. */
export const OTHERS = '*others';
/** Cases that no group of enough people can stand for: they count in the total only. */
export const UNSPLIT = '*unsplit';
/** People whose unit nobody told. */
export const UNTOLD = '*untold';

/** Under which group a unit's cases count in this week, and how many people each group has. */
export type Pooling = { groupOf(unit: string | null): string; groups: { group: string; people: number }[] };

/**
 * Units under five are never named. They stand together as "Others", who are at least two units and five people: where
 * the small ones are not enough, the smallest of the others joins them. Where that does not help, nothing is told apart.
 */
export const poolUnits = (units: Headcount['units']): Pooling => {
  const named = units
    .map(({ unit, people }) => ({ group: unit ?? UNTOLD, people }))
    .filter(({ people }) => people > 0)
    .toSorted((a, b) => a.people - b.people || (a.group < b.group ? -1 : 1));
  const among = (many: number) => named.slice(0, many).reduce((sum, { people }) => sum + people, 0);
  let pooled = named.filter(({ people }) => people < LEAST).length;
  if (pooled > 0) while (pooled < named.length && (pooled < 2 || among(pooled) < LEAST)) pooled += 1;
  if (pooled > 0 && (pooled < 2 || among(pooled) < LEAST)) return { groupOf: () => UNSPLIT, groups: [] };
  const alone = named.slice(pooled);
  const known = new Set(alone.map(({ group }) => group));
  return {
    groupOf: (unit) => {
      const group = unit ?? UNTOLD;
      if (known.has(group)) return group;
      return pooled > 0 ? OTHERS : UNSPLIT;
    },
    groups: [...alone, ...(pooled > 0 ? [{ group: OTHERS, people: among(pooled) }] : [])],
  };
};
