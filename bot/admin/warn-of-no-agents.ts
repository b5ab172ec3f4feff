import { noAgentsId } from '../messages/ids.ts';
import { ping } from '../messages/owed.ts';
import { isAgent } from '../people/person.ts';
import type { People } from '../people/port.ts';
import { isReachable } from '../people/reachable.ts';
import type { AdminDeps } from './deps.ts';

type AgentDeps = Pick<AdminDeps, 'platforms'> & { people: Pick<People, 'agents' | 'withRole'> };

/** Whether there is an agent whom Sammen can write to. */
export const hasReachableAgent = async ({ people, platforms }: AgentDeps): Promise<boolean> =>
  (await people.agents()).some((person) => isAgent(person) && isReachable(person, platforms));

/** Remembers that the admins know; dropped when an agent can be reached again, and after two weeks by retention. */
const KNOWN = 'no-agents';

/**
 * Tells the admins once, and again when it happens again, that no dilemma can be answered (docs/rules.md, "Promises").
 * Returns how many were told.
 */
export const warnOfNoAgents = async (
  deps: AgentDeps & Pick<AdminDeps, 'receipts' | 'outbox' | 'clock' | 'time'>,
): Promise<number> => {
  const { people, platforms, receipts, outbox, clock, time } = deps;
  const isKnown = await receipts.has(KNOWN);
  if (await hasReachableAgent(deps)) {
    if (isKnown) await receipts.drop(KNOWN);
    return 0;
  }
  const admins = (await people.withRole('admin')).filter((admin) => isReachable(admin, platforms));
  if (isKnown || admins.length === 0) return 0;
  const now = clock();
  const say = { kind: 'reply', reply: { kind: 'no-agents' } } as const;
  await outbox.add(admins.map(({ _id }) => ping(noAgentsId(now, _id), _id, say, time.nextOpen(now))));
  await receipts.add(KNOWN, now);
  return admins.length;
};
