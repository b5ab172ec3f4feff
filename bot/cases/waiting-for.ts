import type { Person } from '../people/person.ts';
import type { Case, CaseState } from './case.ts';
import type { CaseLists } from './port.ts';

const MAX_CASES = 3;
const MAX_READ = 20;

/** Up to three cases in which it is this person's turn to write, newest first. */
export const waitingFor = async (
  person: Person,
  states: readonly Extract<CaseState, 'active' | 'answered'>[],
  { cases }: { cases: Pick<CaseLists, 'inTalk'> },
): Promise<Case[]> => {
  const own = await cases.inTalk(person._id, MAX_READ);
  return own
    .filter(
      (c) => states.some((state) => state === c.state) && person._id === (c.turnOf === 'asker' ? c.asker : c.agent),
    )
    .slice(0, MAX_CASES);
};
