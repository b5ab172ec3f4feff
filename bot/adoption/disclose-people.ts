import { BLOCK, blockEnd } from './disclose-groups.ts';
import { decideSeries } from './disclosure/decide.ts';
import { LEAST, type Shown } from './disclosure/least.ts';
import type { Rollup } from './rollup.ts';

/** How many people stand how; null: nobody counted it then. */
export type PeopleShown = Record<'withChat' | 'unreachable' | 'paused' | 'stopped', Shown> | null;

const ALL_HIDDEN: PeopleShown = { withChat: 'hidden', unreachable: 'hidden', paused: 'hidden', stopped: 'hidden' };
const NO_CHAT = 'no-chat';
const REST = 'rest';

/**
 * The people of a workplace at the end of a step of four weeks. Everybody stands in one group, and the directory is
 * told, so that a small group is also kept from whoever subtracts. Those with a chat are all but those without one.
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
    const step = week / BLOCK;
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

const isSmall = (count: number): boolean => count > 0 && count < LEAST;

const groupsOf = ({ directory, withChat, standing }: Rollup): ReadonlyMap<string, number> | null =>
  standing === null
    ? null
    : new Map([
        [NO_CHAT, directory - withChat],
        ...Object.entries(standing),
        [REST, withChat - standing.unreachable - standing.paused - standing.stopped],
      ]);
