import type { AdminNotice, StuckGroup, Waiting } from '../../../bot/admin/notice.ts';
import type { Card } from '../../model.ts';
import { capital, type Speech } from '../../speech.ts';
import { agentOverviewBody } from '../agent/overview.ts';
import { facts, lines } from '../parts/nodes.ts';

/** Lines that fit in a message on every platform. */
const MAX_LINES = 12;

/** What waits, is stuck or unreachable, in numbers. */
export const adminOverview = (
  { now, messages, more, cases, people, own }: Extract<AdminNotice, { kind: 'admin-overview' }>,
  speech: Speech,
): Card => {
  const { admin } = speech.t;
  const { overview } = admin;
  const isQuiet = messages.length === 0 && cases.nobody.count === 0 && cases.late.count === 0;
  const share = (count: number, all: number) =>
    count === 0 ? null : overview.of(speech.number(count), speech.number(all));
  return {
    title: overview.title,
    kicker: admin.kicker,
    tone: isQuiet ? 'plain' : 'attention',
    body: [
      ...lines('lead', [isQuiet ? overview.nothing : null]),
      ...section(overview.cases, [
        [overview.nobody, waiting(cases.nobody, now, speech)],
        [overview.late, waiting(cases.late, now, speech)],
        [overview.asked, waiting(cases.asked, now, speech)],
      ]),
      ...section(
        overview.messages,
        messages.slice(0, MAX_LINES).map((stuck) => [headingOf(stuck, speech), detailsOf(stuck, now, speech)]),
      ),
      ...lines('subtle', [more || messages.length > MAX_LINES ? overview.more : null]),
      ...section(overview.people, [
        [overview.agents, share(people.agentsUnreachable, people.agents)],
        [overview.colleagues, share(people.unreachable, people.all)],
      ]),
      ...lines('subtle', [overview.readers]),
      ...(own === null
        ? []
        : [...lines('heading', [speech.t.replies.agentOverview.own]), ...agentOverviewBody(own, speech)]),
    ],
    actions: [],
  };
};

const section = (heading: string, pairs: [string, string | null][]): Card['body'] => {
  const found = facts(pairs);
  return found.length === 0 ? [] : [...lines('heading', [heading]), ...found];
};

const waiting = ({ count, oldest }: Waiting, now: Date, speech: Speech): string | null =>
  count === 0 || oldest === null
    ? null
    : `${speech.number(count)}, ${speech.t.admin.overview.since(speech.dayOf(oldest, now))}`;

const headingOf = ({ platform, about }: StuckGroup, { t }: Speech): string =>
  `${capital(platform === null ? t.admin.overview.nowhere : t.linking.platform[platform])}, ${t.admin.overview.about[about]}`;

const detailsOf = ({ state, count, oldest, reason }: StuckGroup, now: Date, speech: Speech): string => {
  const { overview } = speech.t.admin;
  const why = reason === '' ? '' : ` (${reason})`;
  return `${speech.number(count)}, ${overview.since(speech.dayOf(oldest, now))}. ${overview.state[state]}${why}`;
};
