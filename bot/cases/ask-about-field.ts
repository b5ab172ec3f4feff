import { askAboutFieldId } from '../messages/ids.ts';
import type { Outbox } from '../messages/outbox.ts';
import { answer, type Replying } from '../messages/owed.ts';
import type { PeopleDeps } from '../people/deps.ts';
import type { PeopleReply } from '../people/notice.ts';
import { isAgent, type Person } from '../people/person.ts';
import type { CaseCommand } from './command.ts';
import type { CaseDeps } from './deps.ts';

/** After this many answers "I do not know enough about it" on one principle, the agent is asked the question. */
const TIMES = 2;

type AskDeps = Pick<CaseDeps, 'cases' | 'people' | 'clock'> &
  Pick<PeopleDeps, 'people'> & { outbox: Outbox<Replying<PeopleReply>> };

/**
 * Asks an agent once, and nobody else, whether to stop asking them about a principle of their profile, after they have
 * said twice that such a case is not their field (docs/rules.md, "Not my field"). Safe to repeat.
 */
export const askAboutField = async (
  { case: id, reason }: CaseCommand<'decline-case' | 'give-back'>,
  { _id }: Pick<Person, '_id'>,
  { cases, people, outbox, clock }: AskDeps,
): Promise<void> => {
  if (reason !== 'not-my-field') return;
  const [c, agent] = [await cases.get(id), await people.get(_id)];
  if (c === null || agent === null || !isAgent(agent)) return;
  const { principle } = c;
  const asked = agent.askedAbout ?? [];
  if (!agent.agent.principles.includes(principle) || asked.includes(principle)) return;
  if ((await cases.notTheirField(_id, principle, TIMES)) < TIMES) return;
  const say = { kind: 'reply', reply: { kind: 'field', principle, did: 'asked' } } as const;
  // The message first: if the process crashes in between, its id keeps it from being sent again.
  await outbox.add([answer(askAboutFieldId(_id, principle), _id, say, clock())]);
  await people.change(_id, { askedAbout: [...asked, principle] });
};
