import type { CaseId, PersonId } from '../ids.ts';
import { nameOf, type Person } from '../people/person.ts';
import type { Changed } from '../presses/once.ts';
import { altered } from '../privacy/free-text.ts';
import { maskOwnWords } from '../privacy/own-words.ts';
import { Refusal } from '../refusal.ts';
import { retryOnConflict } from '../retry-on-conflict.ts';
import type { Case, CaseChange } from './case.ts';
import { type Colleague, colleagueMeant } from './colleague-meant.ts';
import type { CaseCommand, CaseVerb } from './command.ts';
import type { CaseDeps } from './deps.ts';
import { endForErasure, isBeingErased } from './end-for-erasure.ts';
import { isAskedInVain } from './look-before-offer.ts';
import { lookoutsOf } from './lookouts.ts';
import type { Circumstances, Move } from './move.ts';
import { runExclusive } from './mutex.ts';
import { partOf } from './part.ts';
import { reassign } from './reassign.ts';
import { stillHolds } from './still-holds.ts';
import { strangersTo } from './strangers.ts';
import { looksAtAgents, moveOf, transition } from './transition.ts';

/** What changing a case depends on. */
export type TransitionDeps = Pick<
  CaseDeps,
  'cases' | 'people' | 'roster' | 'accounts' | 'clock' | 'time' | 'organisation' | 'platforms'
>;

/** Applies a person's command to a case, once per receipt. @throws Refusal */
export const changeCase = async (
  command: CaseCommand<CaseVerb>,
  person: Person,
  receipt: string,
  deps: TransitionDeps,
): Promise<Changed> => {
  const first = await deps.cases.get(command.case);
  if (first === null) throw new Refusal('not-found');
  if (await isBeingErased(first.asker, deps.people)) await endErasedCase(first._id, deps);
  const change = () => changeNow(command, person, receipt, deps);
  const changed = await (looksAtAgents(first, command.verb) ? runExclusive(deps, change) : change());
  // After linking accounts, the asker can turn out to be their own agent. When they go on, another agent is asked.
  if (first.agent === first.asker) {
    await tickCase(first._id, (c, context) => (c.agent === c.asker ? reassign(c, c.asker, context) : null), deps);
  }
  return changed;
};

const changeNow = async (
  command: CaseCommand<CaseVerb>,
  person: Person,
  receipt: string,
  deps: TransitionDeps,
): Promise<Changed> => {
  const attempt = async (): Promise<Changed | null> => {
    const c = await deps.cases.get(command.case);
    if (c === null) throw new Refusal('not-found');
    const colleague = await colleagueMeant(command, c, person, deps);
    const context = await circumstances(c, person._id, deps, looksAtAgents(c, command.verb), colleague);
    const part = partOf(c, person, context.managers);
    if (part !== 'stranger' && c.receipts.includes(receipt)) {
      return isUndone(c, () => moveOf(c, command, person._id, part, context)) ? 'undone' : 'repeated';
    }
    const words = c.anonymous && part === 'asker' ? withoutOwnWords(command, person) : command;
    const change = await named(c, part === 'stranger', deps, () => transition(c, words, person._id, part, context));
    // This is no conflict. Each round puts the roster right about one agent, so the rounds come to an end.
    if (await isAskedInVain(c.offers.length, change, deps)) return attempt();
    if (!(await deps.cases.change(c._id, c.rev, change, receipt))) return null;
    await noteOffers(c.offers.length, change, deps);
    if (change.set.state === 'active' && c.agent !== null) await noteLeaver(c.agent, deps);
    return 'done';
  };
  return retryOnConflict(`case ${command.case}`, attempt);
};

/** An anonymous asker's words, without what would give them away (docs/rules.md, "Anonymity"). */
const withoutOwnWords = (command: CaseCommand<CaseVerb>, writer: Person): CaseCommand<CaseVerb> =>
  altered(command, (text) => maskOwnWords(text, writer).text);

/** Whether the effect of a handled press is gone and the press would be allowed now. */
const isUndone = (c: Case, move: () => Move): boolean => {
  try {
    return !stillHolds(c, move());
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
};

/**
 * Lets the clock change a case. Returns null when there was nothing to do, or another write came first. A case whose
 * asker is being erased only ends.
 */
export const tickCase = async <Did extends string>(
  id: CaseId,
  tick: (c: Case, context: Circumstances) => { did: Did; change: CaseChange } | null,
  deps: TransitionDeps,
): Promise<Did | null> =>
  runExclusive(deps, async () => {
    const c = await deps.cases.get(id);
    if (c === null) return null;
    if (await isBeingErased(c.asker, deps.people)) {
      const ending = endForErasure(c, await circumstances(c, null, deps));
      if (ending !== null) await deps.cases.change(c._id, c.rev, ending, null);
      return null;
    }
    const thinkOver = async () => tick(c, await circumstances(c, null, deps));
    let ticked = await thinkOver();
    while (ticked !== null && (await isAskedInVain(c.offers.length, ticked.change, deps))) ticked = await thinkOver();
    if (ticked === null || !(await deps.cases.change(c._id, c.rev, ticked.change, null))) return null;
    await noteOffers(c.offers.length, ticked.change, deps);
    return ticked.did;
  });

/** Ends a case whose asker is being erased, also when somebody changes it at the same moment. */
export const endErasedCase = async (id: CaseId, deps: TransitionDeps): Promise<void> => {
  await retryOnConflict(`case ${id}`, async () => {
    await tickCase(id, () => null, deps);
    const c = await deps.cases.get(id);
    return c === null || c.state === 'closed' || c.state === 'withdrawn' ? 'ended' : null;
  });
};

export const circumstances = async (
  c: Pick<Case, 'asker' | 'notTo'>,
  actor: PersonId | null,
  { people, roster, clock, time, organisation, platforms }: TransitionDeps,
  withAgents = true,
  colleague?: Colleague,
): Promise<Circumstances> => {
  const now = clock();
  const managers = await strangersTo(c, people);
  // Only the clock tells that a case waits.
  const lookouts = actor === null ? await lookoutsOf({ people, organisation, platforms, clock, time }) : [];
  const known = { now, actor, time, organisation, managers, lookouts, colleague };
  if (withAgents) {
    const picture = await roster.look();
    return { ...known, names: picture.names(), agents: picture.standings(time.localDate(now), platforms) };
  }
  return {
    ...known,
    names: new Map(),
    // An empty list would look as if every agent were busy, and the case would go to the common list.
    get agents(): never {
      throw new Error('a move looks at agents that were not loaded: add its verb to VERBS_NEEDING_AGENTS');
    },
  };
};

/** Stores when agents were asked. This only breaks ties in routing, so a crash between the two writes is harmless. */
export const noteOffers = async (
  before: number,
  change: Pick<CaseChange, 'set'>,
  { people }: Pick<CaseDeps, 'people'>,
): Promise<void> => {
  for (const offer of (change.set.offers ?? []).slice(before)) await people.noteAsked(offer.agent, offer.at);
};

/** A case became active again whose agent has left: the job that reassigns cases must look at that agent again. */
const noteLeaver = async (agent: PersonId, { people }: Pick<CaseDeps, 'people'>): Promise<void> => {
  if ((await people.get(agent))?.left) await people.change(agent, { leaving: true });
};

/** Adds the agent's name to a refusal such as "Bo has taken it", if the person may know. */
const named = async <T>(
  c: Case,
  stranger: boolean,
  { people }: Pick<TransitionDeps, 'people'>,
  act: () => T,
): Promise<T> => {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'taken' || stranger || c.agent === null) throw error;
    throw new Refusal('taken', nameOf(await people.get(c.agent)));
  }
};
