import { absenceLines, byFirstDay } from '../people/absence-lines.ts';
import type { AgentProfile, Person } from '../people/person.ts';
import { beginning } from '../privacy/mask.ts';
import { DAY } from '../time/units.ts';
import type { Case } from './case.ts';
import type { CaseDeps } from './deps.ts';
import type { AgentOverview, WorkLine } from './notice.ts';
import { partOfNow } from './part-of-now.ts';
import type { HelpedCase } from './port.ts';
import { openOffer, saidNo } from './rules.ts';

const MAX_SNIPPET_LENGTH = 80;
/** "The past month". */
const MONTH = 30 * DAY;

export type AgentOverviewDeps = Pick<CaseDeps, 'cases' | 'people' | 'clock' | 'time'>;

/** What an agent has to do and until when, what else there is, and how many colleagues they helped lately. */
export const agentOverview = async (
  agent: Person & { agent: AgentProfile },
  deps: AgentOverviewDeps,
): Promise<AgentOverview> => {
  const { cases, clock, time } = deps;
  const now = clock();
  const held = await cases.heldBy(agent._id);
  const seen = await asSeenBy(agent, held, deps);
  const shared = await asSeenBy(agent, await cases.shared(), deps);
  const listed = shared.filter(({ offers }) => !saidNo(offers, agent._id));
  const active = seen.filter(({ state }) => state === 'active');
  const [absence = null] = absenceLines(agent, time.localDate(now), new Map()).sort(byFirstDay);
  return {
    kind: 'agent-overview',
    now,
    offers: seen.filter(({ state }) => state === 'waiting').map(lineOf),
    yours: active.filter(({ turnOf }) => turnOf === 'agent').map(lineOf),
    theirs: active.filter(({ turnOf }) => turnOf === 'asker').map(lineOf),
    listed: { count: listed.length, oldest: listed[0]?.askedAt ?? null },
    load: held.length,
    capacity: agent.agent.capacity,
    absence: absence && { from: absence.from, until: absence.until },
    helped: peopleIn(await cases.helpedBy(agent._id, new Date(now.getTime() - MONTH))),
  };
};

/** A manager of the asker's sees nothing of the case, whatever they hold. */
const asSeenBy = async (agent: Person, cases: readonly Case[], deps: Pick<CaseDeps, 'people'>): Promise<Case[]> => {
  const parts = await Promise.all(cases.map((c) => partOfNow(c, agent, deps)));
  return cases.filter(
    (_c, index) => parts[index] === 'agent' || parts[index] === 'offered' || parts[index] === 'listed',
  );
};

const lineOf = (c: Case): WorkLine => ({
  id: c._id,
  number: c.number,
  snippet: beginning(c.text, MAX_SNIPPET_LENGTH),
  since: c.wordAt,
  until: openOffer(c)?.until ?? firstWordDue(c),
});

/** By when a human word was promised that the agent has not written yet. */
const firstWordDue = (c: Case): Date | null =>
  c.promise === 'none' || c.turns.slice(c.turnsFrom).some(({ by }) => by === 'agent') ? null : c.promisedAt;

/** Each anonymous case counts as somebody: that two of them are one person would be news. */
const peopleIn = (cases: readonly HelpedCase[]): number =>
  new Set(cases.map(({ _id, anonymous, asker }) => (anonymous ? _id : asker))).size;
