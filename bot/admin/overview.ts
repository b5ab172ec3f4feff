import type { UnansweredCase } from '../cases/port.ts';
import { openOffer } from '../cases/rules.ts';
import { personId } from '../ids.ts';
import type { Backlogged } from '../messages/backlog.ts';
import { homeOf, isAgent } from '../people/person.ts';
import { isReachable } from '../people/reachable.ts';
import type { Platform } from '../platform.ts';
import type { AdminDeps } from './deps.ts';
import { type AdminNotice, MESSAGE_KINDS, type StuckMessages, type Waiting } from './notice.ts';
import { plainReason } from './plain-reason.ts';

export type OverviewDeps = Pick<AdminDeps, 'people' | 'cases' | 'outbox' | 'clock' | 'platforms'>;

/** So many stuck messages are counted; a run of the weekly principle alone can leave thousands. */
const MAX_COUNTED = 5000;
/** People read at a time. */
const PAGE = 500;

/** What waits, is stuck or cannot be delivered, in numbers: never a text, never who asked. */
export const overview = async (deps: OverviewDeps): Promise<AdminNotice> => {
  const backlog = await deps.outbox.backlog(MAX_COUNTED + 1);
  return {
    kind: 'admin-overview',
    now: deps.clock(),
    messages: await stuckMessages(backlog.slice(0, MAX_COUNTED), deps),
    more: backlog.length > MAX_COUNTED,
    cases: waitingCases(await deps.cases.unanswered()),
    people: await reached(deps),
  };
};

const stuckMessages = async (
  backlog: readonly Backlogged[],
  { people }: Pick<OverviewDeps, 'people'>,
): Promise<StuckMessages[]> => {
  const homes = new Map<string, Platform | null>();
  const groups = new Map<string, StuckMessages>();
  for (const message of backlog) {
    if (message.on === null && !homes.has(message.to)) {
      const person = await people.get(personId(message.to));
      homes.set(message.to, person === null ? null : (homeOf(person)?.platform ?? null));
    }
    const on = message.on ?? homes.get(message.to) ?? null;
    const about = MESSAGE_KINDS.find((kind) => kind === message.about) ?? 'reply';
    const reason = message.reason === null ? null : plainReason(message.reason);
    const key = JSON.stringify([message.state, on, about, reason]);
    const group = groups.get(key) ?? { state: message.state, on, about, reason, count: 0, oldest: message.since };
    const oldest = new Date(Math.min(message.since.getTime(), group.oldest.getTime()));
    groups.set(key, { ...group, count: group.count + 1, oldest });
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
