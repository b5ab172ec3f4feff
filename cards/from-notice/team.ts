import type { AdminNotice, TeamLine } from '../../bot/admin/notice.ts';
import type { TeamNotice } from '../../bot/nudges/notice.ts';
import type { Card } from '../model.ts';
import type { Speech } from '../speech.ts';
import { lines } from './nodes.ts';

/** What stands in a team's channel, for everybody there. */
export const teamCard = (notice: TeamNotice, speech: Speech): Card => {
  const { team, sheet } = speech.t;
  if (notice.kind === 'team-told') {
    const { title, text, first, stop, again } = team.told;
    const begun = notice.did === 'begun';
    const next = begun && notice.next !== null ? first(speech.dayOf(notice.next, notice.now)) : null;
    return {
      title: title[notice.did],
      tone: 'plain',
      body: [...lines('body', [text[notice.did], next]), ...lines('subtle', [begun ? stop : again])],
      actions: [],
    };
  }
  const { principle, question } = notice;
  const words = speech.principles.find(({ id }) => id === principle)?.text ?? null;
  return {
    title: sheet.title(speech.principle(principle)),
    tone: 'plain',
    body: [
      ...lines('body', [words]),
      ...(question === null ? [] : [...lines('heading', [sheet.team]), ...lines('lead', [question[speech.language]])]),
      ...lines('subtle', [team.stop]),
    ],
    actions: [],
  };
};

/** Where to say the word that was written to Sammen alone. */
export const teamWhereCard = ({ t }: Speech): Card => ({
  title: t.team.where.title,
  tone: 'plain',
  body: [...lines('body', [t.team.where.how, t.team.where.what]), ...lines('subtle', [t.team.where.who])],
  actions: [],
});

/** The channels, for admins: by unit and platform, for nobody there is named. */
export const adminTeams = (notice: Extract<AdminNotice, { kind: 'admin-teams' }>, speech: Speech): Card => {
  const { admin } = speech.t;
  const { teams, more, now } = notice;
  const items = teams.map((one) => ({ title: titleOf(one, speech), text: stateOf(one, now, speech) }));
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
