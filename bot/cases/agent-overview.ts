import type { PersonId } from '../ids.ts';
import { absenceLines, byFirstDay } from '../people/absence-lines.ts';
import type { AgentProfile, Person } from '../people/person.ts';
import { beginning } from '../privacy/mask.ts';
import { DAY } from '../time/units.ts';
import type { Case } from './case.ts';
import type { CaseDeps } from './deps.ts';
import { introductionLine } from './introduction-line.ts';
import { openInvitation } from './invitations.ts';
import type { AgentOverview, IntroductionLine, WorkLine } from './notice.ts';
import { openOffer, saidNo } from './offer.ts';
import type { Part } from './part.ts';
import { partOfNow } from './part-of-now.ts';
import type { HelpedCase } from './port.ts';

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
  const listed = shared.filter(({ c, part }) => part === 'listed' && !saidNo(c.offers, agent._id));
  const active = seen.filter(({ c, part }) => part === 'agent' && c.state === 'active');
  const asked = seen.filter(({ part }) => part === 'offered' || part === 'handed' || part === 'invited');
  const waitingFor = (side: Case['turnOf']) =>
    active.filter(({ c }) => c.turnOf === side).map(({ c }) => lineOf(c, firstWordDue(c)));
  const [absence = null] = absenceLines(agent, time.localDate(now), new Map()).sort(byFirstDay);
  return {
    kind: 'agent-overview',
    now,
    offers: asked.map(({ c }) => lineOf(c, openOffer(c)?.until ?? openInvitation(c)?.until ?? null)),
    yours: waitingFor('agent'),
    theirs: waitingFor('asker'),
    questions: await questionsTo(agent, seen, deps),
    listed: { count: listed.length, oldest: listed[0]?.c.askedAt ?? null },
    load: held.filter((c) => isLoad(c, agent._id)).length + asked.filter(({ part }) => part === 'handed').length,
    capacity: agent.agent.capacity,
    absence: absence && { from: absence.from, until: absence.until },
    helped: peopleIn(await cases.helpedBy(agent._id, new Date(now.getTime() - MONTH))),
  };
};

/** The cases with the agent's part in each. A manager of the asker's sees nothing of the case, whatever they hold. */
const asSeenBy = async (
  agent: Person,
  cases: readonly Case[],
  deps: Pick<CaseDeps, 'people'>,
): Promise<{ c: Case; part: Part }[]> =>
  Promise.all(cases.map(async (c) => ({ c, part: await partOfNow(c, agent, deps) })));

/** Whether they want to meet a colleague: asked of agents, too. */
const questionsTo = async (
  { _id }: Person,
  seen: readonly { c: Case; part: Part }[],
  { people }: Pick<CaseDeps, 'people'>,
): Promise<IntroductionLine[]> => {
  const known = seen.filter(({ part }) => part !== 'stranger');
  const lines = await Promise.all(known.map(({ c }) => introductionLine(c, _id, people)));
  return lines.filter((line) => line !== null);
};

/** Whether the agent has the case, or holds its offer. */
const isLoad = (c: Case, agent: PersonId): boolean =>
  c.agent === agent ? c.state === 'active' : openOffer(c)?.agent === agent;

const lineOf = (c: Case, until: Date | null): WorkLine => ({
  id: c._id,
  number: c.number,
  snippet: beginning(c.text, MAX_SNIPPET_LENGTH),
  since: c.wordAt,
  until,
});

/** By when a human word was promised that the agent has not written yet. */
const firstWordDue = (c: Case): Date | null =>
  c.promise === 'none' || c.turns.slice(c.turnsFrom).some(({ by }) => by === 'agent') ? null : c.promisedAt;

/** Each anonymous case counts as somebody: that two of them are one person would be news. */
const peopleIn = (cases: readonly HelpedCase[]): number =>
  new Set(cases.map(({ _id, anonymous, asker }) => (anonymous ? _id : asker))).size;
