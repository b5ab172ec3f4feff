import type { Case } from './case.ts';
import { pingList } from './common-list.ts';
import { type Circumstances, type Move, pingAll } from './move.ts';
import { readersOf } from './readers.ts';
import { strandedTimes } from './stranded-times.ts';

/** Reminds whoever can take the case, or choose about it; null when it is not time, or was done. */
export const remindOfStranded = (c: Case, context: Circumstances): Move | null => {
  const { remindAt } = strandedTimes(c, context.time);
  if (remindAt === null || remindAt > context.now) return null;
  return {
    set: { waitRemindedAt: context.now },
    events: [{ kind: 'wait-reminded' }],
    tell: c.sharing === 'shared' ? pingList(c, context, 'list-reminder') : pingAll([c.asker], 'share-asked'),
  };
};

/**
 * Tells a human that the case waits, and the asker that a human is looking; null when it is not time, was done, or
 * nobody can be told. Where agents can be reached but none of them may read this case, nobody waits for two days.
 */
export const tellHuman = (c: Case, context: Circumstances): Move | null => {
  const { tellAt } = strandedTimes(c, context.time);
  if (tellAt === null || context.lookouts.length === 0) return null;
  const isHopeless =
    c.humanToldAt === null &&
    c.sharing === 'no' &&
    context.agents.some(({ reachable }) => reachable) &&
    readersOf({ asker: c.asker, managers: context.managers }, context.agents).length === 0;
  if (tellAt > context.now && !isHopeless) return null;
  return {
    set: { humanToldAt: context.now },
    events: [{ kind: 'human-told' }],
    tell: pingAll([c.asker], 'human-told'),
    lookouts: context.lookouts,
  };
};
