import { ADMIN_PARTS } from '../../bot/admin/command.ts';
import type { AdminNotice, ColleagueLine } from '../../bot/admin/notice.ts';
import { ROLES } from '../../bot/words.ts';
import type { Card, Form, Node, Press } from '../model.ts';
import type { Speech } from '../speech.ts';
import { adminAbsences, adminClosedDays } from './admin-days.ts';
import { facts, lines } from './nodes.ts';
import { adminTeams } from './team.ts';

type Of<Kind extends AdminNotice['kind']> = Extract<AdminNotice, { kind: Kind }>;

/** What admins see. */
export const adminCard = (notice: AdminNotice, speech: Speech): Card => {
  switch (notice.kind) {
    case 'admin':
      return menu(notice, speech);
    case 'admin-agents':
      return agents(notice, speech);
    case 'admin-people':
      return people(notice, speech);
    case 'admin-colleague':
      return colleague(notice, speech);
    case 'admin-absences':
      return adminAbsences(notice, speech);
    case 'admin-teams':
      return adminTeams(notice, speech);
    case 'admin-closed-days':
      return adminClosedDays(notice, speech);
  }
};

const menu = ({ agents: count, away, closedDays, run, teams }: Of<'admin'>, speech: Speech): Card => {
  const { admin } = speech.t;
  return {
    title: admin.menu.title,
    kicker: admin.kicker,
    tone: 'plain',
    body: [
      ...facts([
        [admin.menu.agents, speech.number(count)],
        [admin.menu.away, speech.number(away)],
        [admin.menu.closedDays, speech.number(closedDays)],
        [
          admin.menu.run,
          run === null ? null : speech.t.nudges.run.progress(speech.number(run.sent), speech.number(run.audience)),
        ],
        [admin.menu.teams, teams === 0 ? null : speech.number(teams)],
      ]),
      ...lines('subtle', [admin.menu.lead]),
    ],
    actions: [
      ...ADMIN_PARTS.map(
        (part): Press => ({
          kind: 'press',
          verb: 'show-admin',
          label: admin.parts[part],
          data: { part },
          // What is looked at seldom stands behind "…".
          weight: part === 'teams' ? 'more' : 'normal',
        }),
      ),
      { kind: 'press', verb: 'show-run', label: admin.menu.run, data: {}, weight: 'normal' },
      findForm(speech),
    ],
  };
};

const findForm = ({ t }: Speech): Form => ({
  kind: 'form',
  verb: 'find-colleague',
  label: t.admin.find.label,
  send: t.admin.find.send,
  data: {},
  weight: 'normal',
  inputs: [{ kind: 'text', field: 'who', label: t.admin.find.who, required: true, multiline: false, most: 100 }],
});

const agents = ({ agents: all, now }: Of<'admin-agents'>, speech: Speech): Card => {
  const { admin } = speech.t;
  const items = all.map((agent) => ({
    ...line(agent, speech),
    text: [
      admin.agents.load(speech.number(agent.load), speech.number(agent.capacity)),
      agent.awayUntil === null ? '' : admin.agents.away(speech.day(agent.awayUntil, now)),
    ]
      .filter((part) => part !== '')
      .join(', '),
  }));
  const body: Node[] = items.length === 0 ? lines('body', [admin.agents.none]) : [{ kind: 'list', items }];
  return { title: admin.agents.title, kicker: admin.kicker, tone: 'plain', body, actions: [findForm(speech)] };
};

const people = ({ found, people: all, more }: Of<'admin-people'>, speech: Speech): Card => {
  const { admin } = speech.t;
  const none = all.length === 0;
  return {
    title: none ? admin.people.none : found === 'roles' ? admin.people.roles : admin.people.found,
    kicker: admin.kicker,
    tone: 'plain',
    body: none
      ? lines('body', [admin.people.noneText])
      : [
          { kind: 'list', items: all.map((one) => line(one, speech)) },
          ...lines('subtle', [more > 0 ? admin.people.more(speech.number(more)) : null]),
        ],
    actions: [findForm(speech)],
  };
};

const line = (one: ColleagueLine, speech: Speech) => ({
  title: one.unit === null ? one.name : `${one.name}, ${one.unit}`,
  text: rolesOf(one, speech),
  action: {
    kind: 'press' as const,
    verb: 'show-colleague' as const,
    label: speech.t.admin.show(one.name.split(' ')[0] ?? one.name),
    data: { person: one.id },
    weight: 'normal' as const,
  },
});

const rolesOf = ({ roles }: ColleagueLine, { t }: Speech): string =>
  roles.length === 0 ? t.admin.people.noRole : roles.map((role) => t.admin.role[role]).join(', ');

const colleague = (notice: Of<'admin-colleague'>, speech: Speech): Card => {
  const { admin } = speech.t;
  const { person, left, forgetting, you } = notice;
  const data = { person: person.id };
  const press = (verb: Press['verb'], label: string, weight: Press['weight'], more: Press['data'] = {}): Press => ({
    kind: 'press',
    verb,
    label,
    data: { ...data, ...more },
    weight,
  });
  const roles = ROLES.map((role) =>
    person.roles.includes(role)
      ? press('take-role', admin.take[role], 'more', { role })
      : press('give-role', admin.give[role], 'normal', { role }),
  );
  return {
    title: person.unit === null ? person.name : `${person.name}, ${person.unit}`,
    kicker: admin.kicker,
    tone: left === null ? 'plain' : 'quiet',
    body: [
      ...facts([
        [admin.colleague.profession, notice.profession],
        [admin.colleague.roles, rolesOf(person, speech)],
      ]),
      ...lines('body', [left === null ? null : admin.colleague.left(speech.dayOf(left, notice.now))]),
      ...lines('subtle', [left === null && !you ? admin.colleague.leaving : null]),
      ...lines('subtle', [left === null ? null : forgetting ? admin.colleague.forgetting : admin.colleague.mayForget]),
    ],
    actions:
      left === null
        ? [...roles, ...(you ? [] : [press('mark-left', admin.colleague.markLeft, 'danger')])]
        : forgetting
          ? []
          : [
              press('bring-back', admin.colleague.bringBack, 'normal'),
              press('forget-colleague', admin.colleague.forget, 'danger'),
            ],
  };
};
