import { ADMIN_PARTS } from '../../../bot/admin/command.ts';
import type { AdminNotice } from '../../../bot/admin/notice.ts';
import type { RunProgress } from '../../../bot/nudges/run-view.ts';
import type { Card, Node, Press } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { facts, lines } from '../parts/nodes.ts';
import { findForm } from './find-form.ts';
import { wordsForm } from './words.ts';

/** What admins open most, beside the search for a colleague. */
const FRONT: ReadonlySet<string> = new Set(['agents', 'absences']);

/** Upper limit of names, for a phone. */
const MAX_NAMES = 5;

const unreachableNames = (names: readonly string[], { t }: Speech): string => {
  const more = names.length - MAX_NAMES;
  return [...names.slice(0, MAX_NAMES), ...(more > 0 ? [t.actions.andMore(more)] : [])].join(', ');
};

const progressOf = ({ sent, audience, undeliverable, failed }: RunProgress, { t, number }: Speech): string => {
  const { run } = t.nudges;
  const missed = undeliverable + failed;
  return [run.progress(number(sent), number(audience)), ...(missed > 0 ? [run.missed(number(missed))] : [])].join(' ');
};

const setUpNode = (url: string, { t }: Speech): Node => ({ kind: 'link', link: { label: t.admin.menu.setUp, url } });

/** What admins look after, in numbers, with a button for each part. */
export const adminMenu = (
  { agents: count, unreachable, away, closedDays, run, teams, now, setUpLink }: Extract<AdminNotice, { kind: 'admin' }>,
  speech: Speech,
): Card => {
  const { admin } = speech.t;
  return {
    title: admin.menu.title,
    kicker: admin.kicker,
    tone: 'plain',
    body: [
      ...facts([
        [admin.menu.agents, speech.number(count)],
        [admin.menu.unreachable, unreachableNames(unreachable, speech)],
        [admin.menu.away(speech.dayOf(now, now)), speech.number(away)],
        [admin.menu.closedDays, speech.number(closedDays)],
        [admin.menu.run, run === null ? null : progressOf(run, speech)],
        [admin.menu.teams, teams === 0 ? null : speech.number(teams)],
      ]),
      ...lines('subtle', [admin.menu.lead]),
      ...(setUpLink === undefined ? [] : [...lines('subtle', [admin.menu.setUpText]), setUpNode(setUpLink, speech)]),
    ],
    actions: [
      ...ADMIN_PARTS.map(
        (part): Press => ({
          kind: 'press',
          verb: 'show-admin',
          label: admin.parts[part],
          data: { part },
          weight: FRONT.has(part) ? 'normal' : 'more',
        }),
      ),
      { kind: 'press', verb: 'show-run', label: admin.menu.run, data: {}, weight: 'more' },
      findForm(speech),
      wordsForm(speech),
    ],
  };
};
