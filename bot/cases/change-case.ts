import type { CaseVerb, Command } from '../commands.ts';
import type { CaseId, PersonId } from '../ids.ts';
import type { Needs } from '../needs.ts';
import { handOn } from '../people/hand-on.ts';
import { managersAbove } from '../people/managers.ts';
import { nameOf, type Person } from '../people/person.ts';
import { Refusal } from '../refusal.ts';
import { inTurn } from '../routing/in-turn.ts';
import { standingsOf } from '../routing/standings.ts';
import type { Case, CaseChange } from './case.ts';
import type { Circumstances } from './move.ts';
import { partOf } from './rules.ts';
import { looksAtAgents, transition } from './transition.ts';

/** Under load a case may move on between reading and writing; then the rules are asked again with what is true now. */
const TRIES = 8;

export type Changed = 'done' | 'repeated';

/** Does what a person asks of a case, once. @throws Refusal */
export const changeCase = async (
  command: Command<CaseVerb>,
  person: Person,
  receipt: string,
  needs: Needs,
): Promise<Changed> => {
  const first = await needs.cases.get(command.case);
  if (first === null) throw new Refusal('not-found');
  const change = () => changeNow(command, person, receipt, needs);
  const changed = await (looksAtAgents(first, command.verb) ? inTurn(needs, change) : change());
  // Their agent turned out to be themselves, on another platform; now that they go on, somebody else is asked.
  if (first.agent === first.asker) {
    await tickCase(first._id, (c, at) => (c.agent === c.asker ? handOn(c, c.asker, at) : null), needs);
  }
  return changed;
};

const changeNow = async (
  command: Command<CaseVerb>,
  person: Person,
  receipt: string,
  needs: Needs,
): Promise<Changed> => {
  for (let tries = 0; tries < TRIES; tries++) {
    const c = await needs.cases.get(command.case);
    if (c === null) throw new Refusal('not-found');
    const at = await circumstances(c, person._id, needs, looksAtAgents(c, command.verb));
    const part = partOf(c, person, at.managers);
    if (part !== 'stranger' && c.receipts.includes(receipt)) return 'repeated';
    const change = await named(c, part === 'stranger', needs, () => transition(c, command, person._id, part, at));
    if (await needs.cases.change(c._id, c.rev, change, receipt)) {
      await noteOffers(c.offers.length, change, needs);
      if (change.set.state === 'active' && c.agent !== null) await noteLeaver(c.agent, needs);
      return 'done';
    }
  }
  throw new Error(`case ${command.case} changed ${TRIES} times while it was written`);
};

/** Lets the clock change a case. Null when there was nothing to do, or somebody else was first. */
export const tickCase = async <Did extends string>(
  id: CaseId,
  tick: (c: Case, at: Circumstances) => { did: Did; change: CaseChange } | null,
  needs: Needs,
): Promise<Did | null> =>
  inTurn(needs, async () => {
    const c = await needs.cases.get(id);
    if (c === null) return null;
    const ticked = tick(c, await circumstances(c, null, needs));
    if (ticked === null || !(await needs.cases.change(c._id, c.rev, ticked.change, null))) return null;
    await noteOffers(c.offers.length, ticked.change, needs);
    return ticked.did;
  });

export const circumstances = async (
  c: Pick<Case, 'asker'>,
  actor: PersonId | null,
  { people, cases, clock, time, organisation }: Needs,
  withAgents = true,
): Promise<Circumstances> => {
  const now = clock();
  const asker = await people.get(c.asker);
  return {
    now,
    actor,
    time,
    organisation,
    agents: withAgents ? standingsOf(await people.agents(), await cases.burdens(), time.localDate(now)) : [],
    managers: asker === null ? new Set() : await managersAbove(asker, people),
  };
};

/** Fairness only breaks ties, so it is noted after the write: a process that dies between has harmed nobody. */
export const noteOffers = async (before: number, change: Pick<CaseChange, 'set'>, { people }: Needs): Promise<void> => {
  for (const offer of (change.set.offers ?? []).slice(before)) await people.noteAsked(offer.agent, offer.at);
};

/** Somebody wrote to an agent who has left since they answered: the job that hands cases on must look again. */
const noteLeaver = async (agent: PersonId, { people }: Needs): Promise<void> => {
  if ((await people.get(agent))?.left) await people.change(agent, { leaving: true });
};

/** "Bo has taken it": the refusal names who, when the person may know. */
const named = async <T>(c: Case, stranger: boolean, { people }: Needs, act: () => T): Promise<T> => {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'taken' || stranger || c.agent === null) throw error;
    throw new Refusal('taken', nameOf(await people.get(c.agent)));
  }
};
