import { type AgentProfile, hasRole, isAgent, type Person } from '../../bot/people/person.ts';
import { isReachable } from '../../bot/people/reachable.ts';
import { emailsOf } from '../../bot/people/sources.ts';
import type { Platform } from '../../bot/platform.ts';
import { PRINCIPLES, TOPICS } from '../../bot/words.ts';
import { type Finding, findingsAbout } from './finding.ts';

type Asked = { people: readonly Person[]; admins: readonly string[]; platforms: readonly Platform[] };

/** Whether those are there without whom Sammen helps nobody: admins, HR, and agents for every principle and topic. */
export const checkPeople = ({ people, admins, platforms }: Asked): Finding[] => {
  const here = people.filter(({ left, nobody }) => left === null && nobody !== true);
  if (here.length === 0)
    return [findingsAbout('people').fail('nobody is known yet. Take the list of people: import-people people.csv.')];
  return [checkAdmins(here, admins, platforms), checkHr(here), checkManagers(here), ...checkAgents(here, platforms)];
};

const checkAdmins = (here: readonly Person[], admins: readonly string[], platforms: readonly Platform[]): Finding => {
  const { ok, warn, fail } = findingsAbout('admins');
  const known = new Set(here.flatMap((person) => [...emailsOf(person)]));
  const unknown = admins.filter((email) => !known.has(email));
  if (unknown.length > 0)
    return fail(
      `${unknown.join(', ')} in ADMINS ${unknown.length === 1 ? 'is' : 'are'} known to nobody here. Write the address as the list of people has it, or import the list.`,
    );
  const found = here.filter(
    (person) => hasRole(person, 'admin') || admins.some((email) => emailsOf(person).has(email)),
  );
  if (found.length === 0)
    return fail('nobody is admin, so nobody can give roles. Put the e-mail address of the first one into ADMINS.');
  const reached = found.filter((person) => isReachable(person, platforms));
  if (reached.length === 0)
    return warn(
      `Sammen knows ${found.length}, and can write to none of them: nobody hears of what is stuck. Let one of them write "admin" to Sammen.`,
    );
  return ok(`Sammen can write to ${reached.length} of ${found.length}`);
};

const checkHr = (here: readonly Person[]): Finding => {
  const { ok, warn } = findingsAbout('HR');
  const count = here.filter((person) => hasRole(person, 'hr')).length;
  if (count > 0) return ok(`${count} with the role`);
  return warn(
    'nobody has the role, so nobody reads the report or sees next week. Give it in the list of people, or as an admin.',
  );
};

/** What a directory exports by itself names no managers, and then everything else works, too. */
const checkManagers = (here: readonly Person[]): Finding => {
  const { ok, warn } = findingsAbout('managers');
  const count = here.filter(({ manager }) => manager !== null).length;
  if (count > 0)
    return ok(`Sammen knows the manager of ${count} of ${here.length}, and asks none of them about a case of theirs`);
  return warn(
    'nobody’s manager is known, so a case may be offered to its asker’s manager. Give a column "Leder" with their e-mail addresses in the list of people.',
  );
};

const checkAgents = (here: readonly Person[], platforms: readonly Platform[]): Finding[] => {
  const { ok, warn, fail } = findingsAbout('agents');
  const agents = here.filter(isAgent);
  const reached = agents.filter((agent) => isReachable(agent, platforms));
  if (agents.length === 0)
    return [fail('there is none, so no dilemma can be answered. Give the role in the list of people, or as an admin.')];
  if (reached.length === 0)
    return [
      fail(
        `Sammen can write to none of the ${agents.length}, so no dilemma can be answered. Let them open Sammen once and write a line.`,
      ),
    ];
  const reachability =
    reached.length === agents.length
      ? ok(`Sammen can write to all ${agents.length}`)
      : warn(
          `Sammen can write to ${reached.length} of ${agents.length}. Let the others open Sammen once; "admin" in the chat names them.`,
        );
  const missing = [...without(PRINCIPLES, 'principles', reached), ...without(TOPICS, 'topics', reached)];
  if (missing.length === 0) return [reachability, ok('somebody knows each principle and topic')];
  return [
    reachability,
    warn(
      `nobody whom Sammen can write to knows ${missing.join(', ')}; such dilemmas go to who comes nearest. Ask an agent to add it with "profil".`,
    ),
  ];
};

const without = <Field extends 'principles' | 'topics'>(
  all: readonly AgentProfile[Field][number][],
  field: Field,
  agents: readonly { agent: AgentProfile }[],
): string[] => {
  const known = new Set<string>(agents.flatMap(({ agent }) => agent[field]));
  return all.filter((one) => !known.has(one));
};
