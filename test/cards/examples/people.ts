import { personId } from '../../../bot/ids.ts';
import type { Notice } from '../../../bot/notices.ts';
import type { ProfileNotice } from '../../../bot/people/notice.ts';
import { masked } from '../../support/fixtures/builders.ts';
import { ASKER_WAITS, base, caseWith, hours, now } from './base.ts';

const bo = { id: personId('p7Qk2mXw9'), name: 'Bo Lindgren' };
const amina = { id: personId('p3Rw8pLz1'), name: 'Amina Said' };
const line = { ...amina, unit: 'Bibliotekerne', roles: ['agent' as const] };

const agentProfile: ProfileNotice = {
  kind: 'profile',
  saved: 'nothing',
  now,
  todayDate: '2026-11-24',
  language: 'da',
  phone: '70 00 01 01',
  agent: {
    principles: ['bygger-bro', 'tydelig-ramme'],
    topics: ['borgerinitiativ'],
    languages: ['da', 'en'],
    capacity: 3,
    shown: true,
    place: masked('Biblioteket, 1. sal'),
  },
  absences: [],
  substitutes: [bo, amina],
};
const colleague: ProfileNotice = { ...agentProfile, agent: null, substitutes: [], phone: null };

/** What people see about themselves, and admins about everybody. */
export const PEOPLE: Record<string, Notice> = {
  'asker-waiting-unit': caseWith({
    may: ASKER_WAITS,
    asker: { name: 'Mette Krogh', unit: null },
    units: ['Park og Vej', 'Bibliotekerne', 'Ældre og Sundhed'],
  }),
  'asker-waiting-unit-first': caseWith({ may: ASKER_WAITS, asker: { name: 'Mette Krogh', unit: null }, units: [] }),
  'asker-waiting-agent-left': caseWith({
    may: ASKER_WAITS,
    leftBy: 'Poul Friis',
    askedAt: hours(-30),
    turns: [],
  }),
  'asker-waiting-agent-left-nobody': caseWith({
    may: [...ASKER_WAITS, 'share-with-all'],
    leftBy: 'Poul Friis',
    offer: null,
    asked: 0,
    sharing: 'asked',
  }),
  'offered-stand-in': caseWith({
    viewer: 'offered',
    may: ['accept-case', 'decline-case'],
    offer: {
      agent: 'Jonas Holm',
      until: base.offer?.until ?? now,
      why: { principle: false, topic: false, load: 0, capacity: 3, standsIn: true },
    },
  }),
  'profile-agent': agentProfile,
  'profile-agent-saved': { ...agentProfile, saved: 'profile' },
  'profile-agent-away': {
    ...agentProfile,
    saved: 'absence',
    absences: [
      { from: '2026-12-21', until: '2027-01-03', substitute: 'Bo Lindgren' },
      { from: '2027-02-15', until: '2027-02-15', substitute: null },
    ],
  },
  'profile-agent-back': { ...agentProfile, saved: 'back' },
  'profile-colleague': colleague,
  'profile-colleague-saved': { ...colleague, saved: 'profile', phone: '70 00 01 01' },
  'now-agent': { kind: 'now-agent', by: 'Karen Skov' },
  'forget-me': { kind: 'forget-me', asked: now, open: 0, agent: false, listed: false },
  'forget-me-one-case': { kind: 'forget-me', asked: now, open: 1, agent: false, listed: true },
  'forget-me-agent': { kind: 'forget-me', asked: now, open: 3, agent: true, listed: true },
  forgotten: { kind: 'forgotten' },
};

export const ADMIN: Record<string, Notice> = {
  admin: { kind: 'admin', agents: 3, away: 1, closedDays: 2, run: null, teams: 0 },
  'admin-run': { kind: 'admin', agents: 3, away: 1, closedDays: 2, run: { sent: 1180, audience: 1204 }, teams: 3 },
  'admin-agents': {
    kind: 'admin-agents',
    now,
    agents: [
      { ...line, load: 2, capacity: 3, awayUntil: null },
      { ...bo, unit: null, roles: ['agent', 'admin'], load: 0, capacity: 3, awayUntil: '2026-12-04' },
    ],
  },
  'admin-agents-none': { kind: 'admin-agents', now, agents: [] },
  'admin-roles': {
    kind: 'admin-people',
    found: 'roles',
    people: [line, { ...bo, unit: null, roles: ['agent', 'admin'] }],
    more: 0,
  },
  'admin-found': { kind: 'admin-people', found: 'search', people: [{ ...line, roles: [] }], more: 12 },
  'admin-found-none': { kind: 'admin-people', found: 'search', people: [], more: 0 },
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
  'admin-closed-days': {
    kind: 'admin-closed-days',
    now,
    todayDate: '2026-11-24',
    days: ['2026-12-24', '2026-12-31'],
  },
  'admin-closed-days-none': { kind: 'admin-closed-days', now, todayDate: '2026-11-24', days: [] },
};
