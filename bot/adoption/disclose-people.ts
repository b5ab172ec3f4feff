import { BLOCK_WEEKS, blockEnd } from './disclose-groups.ts';
import { decideSeries } from './disclosure/decide.ts';
import { MIN_GROUP_SIZE, type Shown } from './disclosure/small-groups.ts';
import type { Rollup } from './rollup.ts';

/** People by how the weekly principle reaches them; null for weeks in which this was not counted. */
export type PeopleShown = Record<'withChat' | 'unreachable' | 'paused' | 'stopped', Shown> | null;

const ALL_HIDDEN: PeopleShown = { withChat: 'hidden', unreachable: 'hidden', paused: 'hidden', stopped: 'hidden' };
const NO_CHAT = 'no-chat';
const REST = 'rest';

/**
 * Discloses people at the end of each four-week step. Everyone is in exactly one group, and readers know the
 * directory's total, so small groups are also protected from subtraction. The number with a chat is the total less
 * those without one.
 */
export const disclosePeople = (rollups: readonly Rollup[]): ((week: number) => PeopleShown) => {
  const ends = rollups.filter((_rollup, week) => week === blockEnd(week));
  const counted = ends.map(groupsOf);
  const decided = decideSeries({
    groups: [NO_CHAT, 'unreachable', 'paused', 'stopped', REST],
    rest: REST,
    steps: counted.map((groups) => groups ?? new Map()),
    windows: [1],
    isTotalShown: (step) => counted[step] !== null,
    mayShow: (step) => counted[step] !== null && !isSmall(ends[step]?.withChat ?? 0),
  });
  return (week) => {
    const step = week / BLOCK_WEEKS;
    const [end, groups] = [ends[step], counted[step] ?? null];
    if (end === undefined || groups === null) return null;
    if (isSmall(end.withChat)) return { ...ALL_HIDDEN, withChat: 'under-5' };
    const shown = (group: string): Shown => decided[step]?.get(1)?.get(group) ?? 'hidden';
    return {
      withChat: typeof shown(NO_CHAT) === 'number' ? end.withChat : 'hidden',
      unreachable: shown('unreachable'),
      paused: shown('paused'),
      stopped: shown('stopped'),
    };
  };
};

const isSmall = (count: number): boolean => count > 0 && count < MIN_GROUP_SIZE;

const groupsOf = ({ directory, withChat, standing }: Rollup): ReadonlyMap<string, number> | null =>
  standing === null
    ? null
    : new Map([
        [NO_CHAT, directory - withChat],
        ...Object.entries(standing),
        [REST, withChat - standing.unreachable - standing.paused - standing.stopped],
      ]);
