import type { PersonId } from '../ids.ts';
import type { Standing } from '../routing/choose-agent.ts';

type Asked = { asker: PersonId; managers: ReadonlySet<PersonId> };

/** The agents who could read a case of this asker at all, whether or not they have time. */
export const readersOf = ({ asker, managers }: Asked, agents: readonly Standing[]): Standing[] =>
  agents.filter(({ id, reachable }) => reachable && id !== asker && !managers.has(id));

/** Whether somebody could keep the promise that a human writes (docs/rules.md, "Promises"). */
export const canPromise = (asked: Asked, agents: readonly Standing[]): boolean =>
  readersOf(asked, agents).some(({ absent }) => !absent);
