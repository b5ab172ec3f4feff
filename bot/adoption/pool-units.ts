import type { Headcount } from './fact.ts';
import { MIN_GROUP_SIZE } from './small-groups.ts';

/** The group of pooled small units. */
export const OTHERS = '*others';
/** Cases that fit no group of enough people: they count in the total only. */
export const UNSPLIT = '*unsplit';
/** People of unknown unit. */
export const UNKNOWN_UNIT = '*untold';

/** The group in which a unit's cases count in a week, and the people in each group. */
export type Pooling = { groupOf(unit: string | null): string; groups: { group: string; people: number }[] };

/**
 * Pools units. A unit with fewer than five people is never named but counts in "Others", which needs at least two units
 * and five people: if the small units are too few, the smallest other ones join. If that is not enough either, nothing
 * is split by unit.
 */
export const poolUnits = (units: Headcount['units']): Pooling => {
  const named = units
    .map(({ unit, people }) => ({ group: unit ?? UNKNOWN_UNIT, people }))
    .filter(({ people }) => people > 0)
    .toSorted((a, b) => a.people - b.people || (a.group < b.group ? -1 : 1));
  const peopleIn = (count: number) => named.slice(0, count).reduce((sum, { people }) => sum + people, 0);
  let pooled = named.filter(({ people }) => people < MIN_GROUP_SIZE).length;
  if (pooled > 0) while (pooled < named.length && (pooled < 2 || peopleIn(pooled) < MIN_GROUP_SIZE)) pooled += 1;
  if (pooled > 0 && (pooled < 2 || peopleIn(pooled) < MIN_GROUP_SIZE)) return { groupOf: () => UNSPLIT, groups: [] };
  const alone = named.slice(pooled);
  const known = new Set(alone.map(({ group }) => group));
  return {
    groupOf: (unit) => {
      const group = unit ?? UNKNOWN_UNIT;
      if (known.has(group)) return group;
      return pooled > 0 ? OTHERS : UNSPLIT;
    },
    groups: [...alone, ...(pooled > 0 ? [{ group: OTHERS, people: peopleIn(pooled) }] : [])],
  };
};
