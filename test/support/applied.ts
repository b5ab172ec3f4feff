import type { Case, CaseChange } from '../../bot/cases/case.ts';

/** The case as it is once the store has written a change; of what it owes only what this change brought. */
export const applied = (c: Case, change: CaseChange): Case => ({
  ...c,
  ...change.set,
  rev: c.rev + 1,
  turns: [...c.turns, ...change.turns],
  events: [...c.events, ...change.events],
  owes: change.owes,
});
