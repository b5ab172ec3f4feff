import type { AdminNotice, TeamLine } from '../../../bot/admin/notice.ts';
import type { Card } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { lines } from '../parts/nodes.ts';

/** The channels, listed for admins by unit and platform, because no person in them is named. */
export const adminTeams = (notice: Extract<AdminNotice, { kind: 'admin-teams' }>, speech: Speech): Card => {
  const { admin } = speech.t;
  const { teams, more, now } = notice;
  const items = teams.map((team) => ({ title: titleOf(team, speech), text: stateOf(team, now, speech) }));
  return {
    title: admin.teams.title,
    kicker: admin.kicker,
    tone: 'plain',
    body: [
      ...lines('body', [admin.teams.lead, items.length === 0 ? admin.teams.none : null]),
      ...(items.length === 0 ? [] : [{ kind: 'list' as const, items }]),
      ...lines('subtle', [more > 0 ? admin.teams.more(speech.number(more)) : null]),
    ],
    actions: [],
  };
};

const titleOf = ({ unit, platform }: TeamLine, { t }: Speech): string =>
  t.admin.teams.line(unit ?? t.admin.teams.noUnit, t.linking.platform[platform]);

const stateOf = ({ state, since, endedAt, reason }: TeamLine, now: Date, { t, dayOf }: Speech): string =>
  state === 'on' || endedAt === null
    ? t.admin.teams.since(dayOf(since, now))
    : t.admin.teams.ended(dayOf(endedAt, now), reason ?? '');
