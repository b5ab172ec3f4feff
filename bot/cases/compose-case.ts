import type { CaseId, PersonId } from '../ids.ts';
import { agentsToChoose } from '../people/agents-to-choose.ts';
import type { Person } from '../people/person.ts';
import { certaintyOf } from '../routing/guess.ts';
import { caseNotice } from './case-view.ts';
import type { CaseDeps } from './deps.ts';
import { peopleIntroduced } from './introduction.ts';
import type { CaseNotice, StuckCaseNotice } from './notice.ts';
import { agentsIn } from './offer.ts';
import { partOf } from './part.ts';
import { refusalFor } from './rules.ts';
import { strangersTo } from './strangers.ts';
import type { ViewContext, Window } from './view-context.ts';
import { warningFor } from './warning-for.ts';

export type CaseCardDeps = Pick<
  CaseDeps,
  'cases' | 'people' | 'roster' | 'links' | 'clock' | 'time' | 'organisation' | 'warningWords'
>;

/** Composes a case's card for one person from its current state. Null when they may not see the case. */
export const composeCase = async (
  id: CaseId,
  to: Person,
  window: Window,
  deps: CaseCardDeps,
): Promise<CaseNotice | null> => {
  const c = await deps.cases.get(id);
  if (c === null) return null;
  const named = new Map<PersonId, Person>();
  const ids = new Set([
    c.asker,
    c.agent,
    ...c.turns.map((turn) => turn.who),
    ...c.offers.flatMap(agentsIn),
    ...peopleIntroduced(c),
    ...c.turns.flatMap((turn) => turn.with ?? []),
    ...(c.invitations ?? []).map((one) => one.to),
    ...(c.notes ?? []).flatMap(({ who, to }) => [who, to]),
  ]);
  for (const id of ids) {
    const person = id === null ? null : await deps.people.get(id);
    // Erased people are never named.
    if (person !== null && !person.nobody) named.set(person._id, person);
  }
  const strangers = await strangersTo(c, deps.people);
  const part = partOf(c, to, strangers);
  const mayChoose = part === 'agent' && refusalFor(c, 'hand-over', part, deps.clock()) === null;
  const context: ViewContext = {
    now: deps.clock(),
    time: deps.time,
    links: deps.links,
    person: (id) => named.get(id),
    reader: to._id,
    strangers,
    colleagues: mayChoose ? agentsToChoose(to, (await deps.roster.look()).people()) : [],
    units: c.asksUnit && c.asker === to._id && to.unit === null ? await deps.people.units() : null,
    warn: (text) => warningFor(text, { found: [], deletable: false, writer: to }, deps),
  };
  return caseNotice(c, part, window, context);
};

/** Composes the message that a case waits. Null when it no longer does. */
export const composeStuckCase = async (
  id: CaseId,
  { cases, clock }: Pick<CaseCardDeps, 'cases' | 'clock'>,
): Promise<StuckCaseNotice | null> => {
  const c = await cases.get(id);
  if (c === null || c.state !== 'waiting') return null;
  const { askedAt, principle, topic } = c;
  return { kind: 'stuck-case', now: clock(), askedAt, principle, topic, certainty: certaintyOf(c) };
};
