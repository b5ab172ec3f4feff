import type { Ended, Run } from './check.ts';
import { type Finding, finding, quantile } from './finding.ts';

/** How long before a kill a platform may have taken a message that was then never noted, in ms. */
const UNTIL_NOTED_MS = 5_000;

/** Nothing was lost: every word that was acknowledged is in its case, and was read by whom it was for. */
export const wordFindings = (run: Run, { cases, unsent, settledAfter }: Ended): Finding[] => {
  const { entrance, town, platforms, amounts, people, happened, processes } = run;
  const { written } = town;
  const inCase = new Map(cases.map((one) => [one._id, JSON.stringify([one.text, one.turns])]));
  const all = new Map(written.map((one) => [one.word, one]));
  const lost = [...entrance.acknowledged.keys()].filter((word) => {
    const one = all.get(word);
    return one === undefined || !inCase.get(one.case)?.includes(word);
  });
  const unread = written.filter(({ to, word }) => !town.shows(to, word));
  const times = written.filter(({ word, case: id }) => (inCase.get(id)?.split(word).length ?? 0) > 2);
  const waited = written.flatMap(({ word, readAt }) => {
    const at = entrance.acknowledged.get(word);
    return at === undefined || readAt === null ? [] : [Math.max(0, readAt - at) / 1000];
  });
  const open = cases.filter(({ state }) => state !== 'closed');
  const due = people.filter(({ stopped, blocks }) => !stopped && !blocks);
  const without = due.filter(({ chat }) => platforms.nudges.get(chat) === undefined);
  const unwanted = people.filter(({ chat, stopped }) => stopped && platforms.nudges.has(chat));
  const doubled = [...platforms.nudges].filter(([, at]) => at.length > 1);
  const kills = processes.lives.flatMap(({ ends, how }) => (how === 'SIGKILL' && ends !== null ? [ends] : []));
  const isCutOff = (at: number) =>
    kills.some((killed) => killed >= at && killed - at < UNTIL_NOTED_MS) ||
    happened.some(({ kind, from }) => kind === 'store-away' && from >= at && from - at < UNTIL_NOTED_MS);
  const inexcusable = platforms.twice.filter(({ first }) => !isCutOff(first));
  const violations = [...platforms.connector.violations, ...platforms.slack.violations];
  return [
    finding(
      'words',
      lost.length === 0,
      `${entrance.acknowledged.size} were acknowledged, ${lost.length} of them are not in their case ${lost.slice(0, 3)}`,
    ),
    finding(
      'words, read',
      unread.length === 0,
      `${written.length} for the other side, ${unread.length} not shown there`,
    ),
    finding('words, once', times.length === 0, `${times.length} stand twice in their case`),
    finding(
      'words, how soon',
      true,
      `read after ${quantile(waited, 0.5).toFixed(1)} s (half), ${quantile(waited, 0.99).toFixed(1)} s (99 in 100), ${Math.max(...waited).toFixed(1)} s (longest); looked twice a second`,
    ),
    finding(
      'requests',
      true,
      `${entrance.took.length} answered with 200 after ${quantile(entrance.took, 0.5).toFixed(0)} ms (half), ${quantile(entrance.took, 0.99).toFixed(0)} ms (99 in 100)`,
    ),
    finding(
      'repeats',
      true,
      `${entrance.repeats.unacknowledged} of what was not acknowledged, ${entrance.repeats.acknowledged} of what was`,
    ),
    finding(
      'cases',
      cases.length === amounts.dilemmas && open.length === 0 && town.closed.length === amounts.dilemmas,
      `${cases.length} of ${amounts.dilemmas} dilemmas, ${town.closed.length} closed by their askers, ${open.length} not closed in the store`,
    ),
    finding(
      'nudges',
      without.length === 0 && unwanted.length === 0,
      `${platforms.nudges.size} people got one; of ${due.length} who should, ${without.length} got none; ${unwanted.length} got one who want none`,
    ),
    finding(
      'nudges, once',
      doubled.every(([, at]) => isCutOff(at[0] ?? 0)),
      `${doubled.length} twice, where a process was killed`,
    ),
    finding(
      'messages, once',
      inexcusable.length === 0,
      `${platforms.twice.length} came twice, ${inexcusable.length} of them where nothing was cut off ${inexcusable
        .slice(0, 3)
        .map(
          ({ text, first, again }) => `${new Date(first).toISOString()} +${again - first} ms ${text.slice(0, 300)}`,
        )}`,
    ),
    finding('sent', unsent === 0, `${unsent} messages are left, ${(settledAfter / 1000).toFixed(0)} s after the end`),
    finding(
      'platforms',
      violations.length === 0,
      `${violations.length} calls broke their rules ${violations.slice(0, 3)}`,
    ),
    finding(
      'refusals',
      entrance.refusals.size === 0,
      [...entrance.refusals].map(([what, count]) => `${count} × ${what}`).join('; ') || 'none',
    ),
  ];
};
