import type { CaseId, PersonId } from '../ids.ts';
import { managersOf } from '../people/managers.ts';
import { nameOf, type Person } from '../people/person.ts';
import type { Changed } from '../presses/once.ts';
import { Refusal } from '../refusal.ts';
import { retryOnConflict } from '../retry-on-conflict.ts';
import type { Case, CaseChange } from './case.ts';
import type { CaseCommand, CaseVerb } from './command.ts';
import type { CaseDeps } from './deps.ts';
import type { Circumstances } from './move.ts';
import { inTurn } from './mutex.ts';
import { reassign } from './reassign.ts';
import { partOf } from './rules.ts';
import { standingsOf } from './standings.ts';
import { looksAtAgents, transition } from './transition.ts';

/** What a step in a case's life looks at and writes. */
export type StepDeps = Pick<CaseDeps, 'cases' | 'people' | 'clock' | 'time' | 'organisation'>;

/** Does what a person asks of a case, once. @throws Refusal */
export const changeCase = async (
  command: CaseCommand<CaseVerb>,
  person: Person,
  receipt: string,
  deps: StepDeps,
): Promise<Changed> => {
  const first = await deps.cases.get(command.case);
  if (first === null) throw new Refusal('not-found');
  const change = () => changeNow(command, person, receipt, deps);
  const changed = await (looksAtAgents(first, command.verb) ? inTurn(deps, change) : change());
  // Their agent turned out to be themselves, on another platform; now that they go on, somebody else is asked.
  if (first.agent === first.asker) {
    await tickCase(first._id, (c, at) => (c.agent === c.asker ? reassign(c, c.asker, at) : null), deps);
  }
  return changed;
};

const changeNow = async (
  command: CaseCommand<CaseVerb>,
  person: Person,
  receipt: string,
  deps: StepDeps,
): Promise<Changed> =>
  retryOnConflict(`case ${command.case}`, async () => {
    const c = await deps.cases.get(command.case);
    if (c === null) throw new Refusal('not-found');
    const at = await circumstances(c, person._id, deps, looksAtAgents(c, command.verb));
    const part = partOf(c, person, at.managers);
    if (part !== 'stranger' && c.receipts.includes(receipt)) return 'repeated';
    const change = await named(c, part === 'stranger', deps, () => transition(c, command, person._id, part, at));
    if (!(await deps.cases.change(c._id, c.rev, change, receipt))) return null;
    await noteOffers(c.offers.length, change, deps);
    if (change.set.state === 'active' && c.agent !== null) await noteLeaver(c.agent, deps);
    return 'done';
  });

/** Lets the clock change a case. Null when there was nothing to do, or somebody else was first. */
export const tickCase = async <Did extends string>(
  id: CaseId,
  tick: (c: Case, at: Circumstances) => { did: Did; change: CaseChange } | null,
  deps: StepDeps,
): Promise<Did | null> =>
  inTurn(deps, async () => {
    const c = await deps.cases.get(id);
    if (c === null) return null;
    const ticked = tick(c, await circumstances(c, null, deps));
    if (ticked === null || !(await deps.cases.change(c._id, c.rev, ticked.change, null))) return null;
    await noteOffers(c.offers.length, ticked.change, deps);
    return ticked.did;
  });

export const circumstances = async (
  c: Pick<Case, 'asker'>,
  actor: PersonId | null,
  { people, cases, clock, time, organisation }: StepDeps,
  withAgents = true,
): Promise<Circumstances> => {
  const now = clock();
  return {
    now,
    actor,
    time,
    organisation,
    agents: withAgents ? standingsOf(await people.agents(), await cases.burdens(), time.localDate(now)) : [],
    managers: await managersOf(c.asker, people),
  };
};

/** Fairness only breaks ties, so it is noted after the write: a process that dies between has harmed nobody. */
export const noteOffers = async (
  before: number,
  change: Pick<CaseChange, 'set'>,
  { people }: Pick<CaseDeps, 'people'>,
): Promise<void> => {
  for (const offer of (change.set.offers ?? []).slice(before)) await people.noteAsked(offer.agent, offer.at);
};

/** Somebody wrote to an agent who has left since they answered: the job that hands cases on must look again. */
const noteLeaver = async (agent: PersonId, { people }: Pick<CaseDeps, 'people'>): Promise<void> => {
  if ((await people.get(agent))?.left) await people.change(agent, { leaving: true });
};

/** "Bo has taken it": the refusal names who, when the person may know. */
const named = async <T>(c: Case, stranger: boolean, { people }: Pick<StepDeps, 'people'>, act: () => T): Promise<T> => {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'taken' || stranger || c.agent === null) throw error;
    throw new Refusal('taken', nameOf(await people.get(c.agent)));
  }
};
