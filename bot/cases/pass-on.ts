import { isAgent, type Person } from '../people/person.ts';
import type { Masked } from '../privacy/mask.ts';
import { replaceName } from '../privacy/own-words.ts';
import type { Language } from '../words.ts';
import type { Case } from './case.ts';
import { currentAnswer } from './correct-answer.ts';
import { forWhom } from './on-behalf.ts';
import type { ViewContext } from './view-context.ts';
import type { AskerView, PublicContact } from './view-types.ts';

const SOMEBODY = { da: '[en kollega]', en: '[a colleague]' } as const satisfies Record<Language, string>;

/**
 * The words of the answer, for whom the asker asked: without the names of asker and agents, except the agent's who is
 * on the open list (docs/rules.md, "On behalf of others").
 */
export const passOn = (c: Case, { person }: Pick<ViewContext, 'person'>): AskerView['passOn'] => {
  const answer = c.answer === null ? undefined : c.turns[currentAnswer(c)];
  if (forWhom(c) === 'me' || answer === undefined) return null;
  const [asker, agent] = [person(c.asker), person(answer.who)];
  const shown = shownToAll(agent);
  const token = SOMEBODY[asker?.language ?? c.language];
  const signer = answer.with === undefined ? undefined : person(answer.with);
  const hidden = [asker, shown === null ? agent : undefined, signer].filter((one) => one !== undefined);
  const text = hidden.reduce((words: Masked, { name }) => replaceName(words, name, token), answer.text);
  return { text, agent: shown, reminded: c.citizenHears?.remindAt === null };
};

const shownToAll = (agent: Person | undefined): PublicContact | null =>
  agent !== undefined && isAgent(agent) && agent.agent.shown && agent.left === null
    ? { name: agent.name, phone: agent.phone }
    : null;
