import type { PersonId } from '../ids.ts';
import { NO_WORDS } from '../privacy/mask.ts';
import type { Case } from './case.ts';
import type { Move } from './move.ts';
import { addTurn } from './talking.ts';

/**
 * Calls off the talk that was proposed last, agreed or not; the case stays as it is (docs/rules.md, "Talks"). While it is
 * active, the agent goes on.
 */
export const cancelTalk = (c: Case, actor: PersonId): Move => ({
  ...addTurn(c, actor, 'talk-cancelled', NO_WORDS, 'talk-cancelled'),
  set: { turnOf: c.state === 'active' ? 'agent' : c.turnOf },
});
