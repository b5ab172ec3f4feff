import { hours, now } from './base.ts';
import type { ExamplesByKind } from './examples-of.ts';
import { amina, bo } from './names.ts';
import { OVERVIEW } from './overview.ts';

const line = { ...amina, unit: 'Bibliotekerne', roles: ['agent' as const] };

/** What admins see. */
export const ADMIN = {
  admin: {
    admin: { kind: 'admin', now, agents: 3, unreachable: [], away: 1, closedDays: 2, run: null, teams: 0 },
    'admin-run': {
      kind: 'admin',
      now,
      agents: 3,
      unreachable: ['Amina Said', 'Bo Lindgren'],
      away: 1,
      closedDays: 2,
      run: { sent: 1180, audience: 1204, undeliverable: 17, failed: 3 },
      teams: 3,
      setUpLink: 'https://sammen.lillekoebing.example/setup?token=abc.def',
    },
  },
  'no-agents': { 'no-agents': { kind: 'no-agents' } },
  'admin-overview': {
    'admin-overview': {
      kind: 'admin-overview',
      now,
      messages: [
        {
          state: 'waiting',
          platform: 'teams',
          about: 'case',
          reason: 'Teams answered 401',
          count: 3,
          oldest: hours(-30),
        },
        {
          state: 'undeliverable',
          platform: null,
          about: 'nudge',
          reason: 'the person is on no chat platform that is configured',
          count: 12,
          oldest: hours(-24 * 8),
        },
        {
          state: 'failed',
          platform: 'slack',
          about: 'reply',
          reason: 'Slack answered msg_too_long',
          count: 1,
          oldest: hours(-2),
        },
        { state: 'on-its-way', platform: 'slack', about: 'team', reason: '', count: 1, oldest: hours(-1) },
      ],
      more: false,
      cases: {
        nobody: { count: 2, oldest: hours(-24 * 3) },
        asked: { count: 4, oldest: hours(-1) },
        late: { count: 1, oldest: hours(-24 * 3) },
      },
      people: { all: 214, unreachable: 37, agents: 12, agentsUnreachable: 2 },
      own: null,
    },
    'admin-overview-quiet': {
      kind: 'admin-overview',
      now,
      messages: [],
      more: false,
      cases: {
        nobody: { count: 0, oldest: null },
        asked: { count: 1, oldest: hours(-1) },
        late: { count: 0, oldest: null },
      },
      people: { all: 214, unreachable: 0, agents: 12, agentsUnreachable: 0 },
      own: OVERVIEW,
    },
  },
  'admin-agents': {
    'admin-agents': {
      kind: 'admin-agents',
      now,
      agents: [
        { ...line, load: 2, capacity: 3, awayUntil: null, unreachable: false },
        {
          ...bo,
          unit: null,
          roles: ['agent', 'admin'],
          load: 0,
          capacity: 3,
          awayUntil: '2026-12-04',
          unreachable: true,
        },
      ],
    },
    'admin-agents-none': { kind: 'admin-agents', now, agents: [] },
  },
  'admin-sending': {
    'admin-sending-held': {
      kind: 'admin-sending',
      platform: 'teams',
      state: 'held',
      reason: 'Teams answered 401: invalid_client: AADSTS7000222: The provided client secret keys are expired.',
    },
    'admin-sending-freed': { kind: 'admin-sending', platform: 'teams', state: 'freed' },
  },
  'admin-set-aside': {
    'admin-set-aside': {
      kind: 'admin-set-aside',
      reason: 'Sammen could not compose it: TypeError at bot/cases/compose-case.ts:12',
    },
  },
  'admin-people': {
    'admin-roles': {
      kind: 'admin-people',
      found: 'roles',
      people: [line, { ...bo, unit: null, roles: ['agent', 'admin'] }],
      more: 0,
    },
    'admin-found': { kind: 'admin-people', found: 'search', people: [{ ...line, roles: [] }], more: 12 },
    'admin-found-none': { kind: 'admin-people', found: 'search', people: [], more: 0 },
  },
  'admin-colleague': {
    'admin-colleague': {
      kind: 'admin-colleague',
      now,
      person: line,
      profession: 'Kulturkonsulent',
      left: null,
      forgetting: false,
      you: false,
    },
    'admin-yourself': {
      kind: 'admin-colleague',
      now,
      person: { ...bo, unit: null, roles: ['admin'] },
      profession: null,
      left: null,
      forgetting: false,
      you: true,
    },
    'admin-left': {
      kind: 'admin-colleague',
      now,
      person: { ...line, roles: [] },
      profession: null,
      left: hours(-2),
      forgetting: false,
      you: false,
    },
    'admin-forgetting': {
      kind: 'admin-colleague',
      now,
      person: { ...line, roles: [] },
      profession: null,
      left: hours(-2),
      forgetting: true,
      you: false,
    },
  },
  'admin-absences': {
    'admin-absences': {
      kind: 'admin-absences',
      now,
      todayDate: '2026-11-24',
      absences: [
        { person: amina, from: '2026-11-23', until: '2026-11-27', substitute: 'Bo Lindgren' },
        { person: bo, from: '2026-12-21', until: '2026-12-21', substitute: null },
      ],
      agents: [amina, bo],
    },
    'admin-absences-none': { kind: 'admin-absences', now, todayDate: '2026-11-24', absences: [], agents: [amina, bo] },
  },
  'admin-teams': {
    'admin-teams': {
      kind: 'admin-teams',
      now,
      teams: [
        { platform: 'teams', unit: 'Park og Vej', state: 'on', since: hours(-200), endedAt: null, reason: null },
        { platform: 'slack', unit: null, state: 'on', since: hours(-2), endedAt: null, reason: null },
        {
          platform: 'slack',
          unit: 'Biblioteket',
          state: 'unreachable',
          since: hours(-400),
          endedAt: hours(-1),
          reason: 'Slack answered is_archived',
        },
      ],
      more: 4,
    },
    'admin-teams-none': { kind: 'admin-teams', now, teams: [], more: 0 },
  },
  'admin-closed-days': {
    'admin-closed-days': {
      kind: 'admin-closed-days',
      now,
      todayDate: '2026-11-24',
      days: ['2026-12-24', '2026-12-31'],
    },
    'admin-closed-days-none': { kind: 'admin-closed-days', now, todayDate: '2026-11-24', days: [] },
  },
} satisfies ExamplesByKind<
  | 'admin'
  | 'no-agents'
  | 'admin-sending'
  | 'admin-set-aside'
  | 'admin-overview'
  | 'admin-agents'
  | 'admin-people'
  | 'admin-colleague'
  | 'admin-absences'
  | 'admin-teams'
  | 'admin-closed-days'
>;
