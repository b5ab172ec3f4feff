import type { AgentOverview } from '../cases/notice.ts';
import { openOffer } from '../cases/offer.ts';
import type { UnansweredCase } from '../cases/port.ts';
import type { StuckMessage } from '../messages/stuck.ts';
import { isAgent } from '../people/person.ts';
import { isReachable } from '../people/reachable.ts';
import type { AdminDeps } from './deps.ts';
import { type AdminNotice, MESSAGE_KINDS, type StuckGroup, type Waiting } from './notice.ts';
import { plainReason } from './plain-reason.ts';

export type OverviewDeps = Pick<AdminDeps, 'people' | 'cases' | 'stuckMessages' | 'clock' | 'platforms'>;

/** Upper limit of the stuck messages that are counted: a run of the weekly principle alone can leave thousands. */
const MAX_COUNTED = 5000;
/** People read at a time. */
const PAGE = 500;

/**
 * What waits, is stuck or cannot be delivered, in numbers: never a text, never who asked.
 * @param own what waits for an admin who is an agent, too
 */
export const overview = async (own: AgentOverview | null, deps: OverviewDeps): Promise<AdminNotice> => {
  const stuck = await deps.stuckMessages.stuck(MAX_COUNTED + 1);
  return {
    kind: 'admin-overview',
    now: deps.clock(),
    messages: inGroups(stuck.slice(0, MAX_COUNTED)),
    more: stuck.length > MAX_COUNTED,
    cases: waitingCases(await deps.cases.unanswered()),
    people: await reached(deps),
    own,
  };
};

const inGroups = (stuck: readonly StuckMessage[]): StuckGroup[] => {
  const groups = new Map<string, StuckGroup>();
  for (const { state, platform, kind, since, ...message } of stuck) {
    const about = MESSAGE_KINDS.find((known) => known === kind) ?? 'reply';
    const reason = plainReason(message.reason);
    const key = JSON.stringify([state, platform, about, reason]);
    // Oldest first, so the first of a group is its oldest.
    const { count, oldest } = groups.get(key) ?? { count: 0, oldest: since };
    groups.set(key, { state, platform, about, reason, count: count + 1, oldest });
  }
  return [...groups.values()].sort((a, b) => b.count - a.count || a.oldest.getTime() - b.oldest.getTime());
};

const waitingCases = (cases: readonly UnansweredCase[]) => {
  const waiting = cases.filter(({ state }) => state === 'waiting');
  return {
    nobody: countOf(waiting.filter((c) => openOffer(c) === null)),
    asked: countOf(waiting.filter((c) => openOffer(c) !== null)),
    late: countOf(waiting.filter(({ promise }) => promise === 'missed')),
  };
};

const countOf = (cases: readonly UnansweredCase[]): Waiting => ({
  count: cases.length,
  oldest: cases.reduce<Date | null>(
    (oldest, { askedAt }) => (oldest === null || askedAt < oldest ? askedAt : oldest),
    null,
  ),
});

/** Colleagues and agents whom Sammen cannot write to. */
const reached = async ({ people, platforms }: Pick<OverviewDeps, 'people' | 'platforms'>) => {
  const counts = { all: 0, unreachable: 0, agents: 0, agentsUnreachable: 0 };
  for (let page = await people.after('', PAGE); page.length > 0; ) {
    for (const person of page) {
      if (person.left !== null || person.nobody || person.joined !== null) continue;
      const unreachable = isReachable(person, platforms) ? 0 : 1;
      counts.all += 1;
      counts.unreachable += unreachable;
      if (!isAgent(person)) continue;
      counts.agents += 1;
      counts.agentsUnreachable += unreachable;
    }
    const last = page.at(-1);
    page = last === undefined || page.length < PAGE ? [] : await people.after(last._id, PAGE);
  }
  return counts;
};
