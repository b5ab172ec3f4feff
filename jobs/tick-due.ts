import type { Case } from '../bot/cases/case.ts';
import type { TransitionDeps } from '../bot/cases/change-case.ts';
import { tickCase } from '../bot/cases/change-case.ts';
import type { Ticked } from '../bot/cases/clockwork.ts';
import type { Circumstances } from '../bot/cases/move.ts';
import type { Counts } from './names.ts';

/** A clock that moved far ahead may make several steps due for one case. */
const MAX_STEPS = 10;

/** Runs `tick` on every case that is due, and returns how often it did what. Several processes may run it at once. */
export const tickDue = async (
  states: readonly Case['state'][],
  tick: (c: Case, at: Circumstances) => Ticked | null,
  deps: TransitionDeps,
): Promise<Counts> => {
  const counts: Counts = {};
  for (const { _id } of await deps.cases.due(states, deps.clock())) {
    for (let step = 0; step < MAX_STEPS; step++) {
      const did = await tickCase(_id, tick, deps);
      if (did === null) break;
      counts[did] = (counts[did] ?? 0) + 1;
    }
  }
  return counts;
};
