import type { Case, CaseState } from '../../bot/cases/case.ts';
import type { Draft } from '../../bot/cases/draft.ts';
import type { Circumstances } from '../../bot/cases/move.ts';
import { caseId, deliveryId, type PersonId, personId } from '../../bot/ids.ts';
import { type NudgeRecord, welcomeIdFor } from '../../bot/nudges/nudge-record.ts';
import type { Organisation } from '../../bot/organisation.ts';
import type { Owed } from '../../bot/owed.ts';
import { blankColleague } from '../../bot/people/blank-colleague.ts';
import { type AgentProfile, NEVER, type Person } from '../../bot/people/person.ts';
import type { Standing } from '../../bot/routing/choose-agent.ts';
import { createWorkingTime } from '../../bot/time/working-time.ts';

/** A Tuesday morning in working hours, in Copenhagen 10.00. */
export const TUESDAY = new Date('2026-11-24T09:00:00.000Z');

/** When this made-up municipality works. */
export const OFFICE: Pick<Organisation, 'timeZone' | 'hours' | 'closedDays'> = {
  timeZone: 'Europe/Copenhagen',
  hours: {
    mon: ['08:00', '16:00'],
    tue: ['08:00', '16:00'],
    wed: ['08:00', '16:00'],
    thu: ['08:00', '16:00'],
    fri: ['08:00', '14:00'],
  },
  closedDays: [],
};

export const workingTime = createWorkingTime(OFFICE);

export const aPerson = (id: string, overrides: Partial<Person> = {}): Person => ({
  ...blankColleague(personId(id), `${id[0]?.toUpperCase()}${id.slice(1)} Prøve`, 'da'),
  addresses: [{ platform: 'sandbox', id, at: NEVER }],
  unit: 'Park og Vej',
  ...overrides,
});

/** What an agent says of themselves. */
export const aProfile = (overrides: Partial<AgentProfile> = {}): AgentProfile => ({
  principles: ['lytter-foerst'],
  topics: ['borgerdialog'],
  languages: ['da'],
  capacity: 3,
  shown: false,
  place: null,
  ...overrides,
});

export const anAgent = (id: string, overrides: Partial<Person> = {}): Person =>
  aPerson(id, {
    roles: ['agent'],
    agent: aProfile(),
    ...overrides,
  });

export const aStanding = (id: string, overrides: Partial<Standing> = {}): Standing => ({
  id: personId(id),
  principles: ['lytter-foerst'],
  topics: ['borgerdialog'],
  languages: ['da'],
  capacity: 3,
  load: 0,
  absent: false,
  substitute: null,
  askedAt: NEVER,
  ...overrides,
});

export const ASKER = personId('asker');
export const AGENT = personId('agent');

/** A case in the given state: asked by `asker`; offered to `agent` while waiting, had by `agent` later. */
export const aCase = (state: CaseState, overrides: Partial<Case> = {}): Case => {
  const accepted = state !== 'waiting';
  const answered = state === 'answered' || state === 'closed';
  return {
    _id: caseId('case-1'),
    number: 42,
    rev: 7,
    state,
    asker: ASKER,
    anonymous: false,
    unit: 'Park og Vej',
    asksUnit: false,
    language: 'da',
    text: 'Hvordan får jeg naboerne med?',
    principle: 'lytter-foerst',
    topic: 'borgerdialog',
    today: false,
    askedAt: TUESDAY,
    promisedAt: workingTime.addMinutes(TUESDAY, 8 * 60),
    promise: accepted ? 'kept' : 'open',
    offers: [
      {
        agent: AGENT,
        at: TUESDAY,
        until: workingTime.addMinutes(TUESDAY, 120),
        state: accepted ? 'accepted' : 'open',
        why: null,
        declined: null,
      },
    ],
    roundFrom: 0,
    turnsFrom: 0,
    sharing: 'no',
    agent: accepted ? AGENT : null,
    turns: answered ? [{ by: 'agent', who: AGENT, at: TUESDAY, kind: 'answer', text: 'Inviter dem.' }] : [],
    answer: answered ? { by: AGENT, at: TUESDAY, outcome: 'advice', ground: null, alternative: null } : null,
    step: answered ? { text: 'Mødes på pladsen', date: '2026-12-01', state: 'proposed' } : null,
    rating: null,
    followUp: null,
    wordAt: TUESDAY,
    turnOf: answered ? 'asker' : 'agent',
    remindedAt: null,
    askedOnAt: null,
    closedAt: state === 'closed' || state === 'withdrawn' ? TUESDAY : null,
    dueAt: null,
    events: [],
    receipts: [],
    owes: [],
    ...overrides,
  };
};

export const circumstancesAt = (overrides: Partial<Circumstances> = {}): Circumstances => ({
  now: TUESDAY,
  actor: null,
  time: workingTime,
  organisation: { promiseHours: 8, promiseTodayHours: 2, offerMinutes: { normal: 120, today: 30 } },
  agents: [],
  managers: new Set(),
  ...overrides,
});

/** The welcome a person had, two weeks before the run of week 50. */
export const aWelcome = (person: PersonId, overrides: Partial<NudgeRecord> = {}): NudgeRecord => ({
  _id: welcomeIdFor(person),
  rev: 0,
  person,
  unit: null,
  week: '2026-W48',
  message: 'welcome',
  principle: 'lytter-foerst',
  text: null,
  before: [],
  plannedAt: TUESDAY,
  sent: { at: TUESDAY, platform: 'sandbox', message: 'w' },
  reactions: [],
  receipts: [],
  ...overrides,
});

/** A dilemma that its writer has not sent. */
export const aDraft = (overrides: Partial<Draft> = {}): Draft => ({
  _id: caseId('draft-1'),
  rev: 0,
  person: ASKER,
  language: 'da',
  state: 'open',
  text: 'Hvordan får jeg naboerne med? 👩‍🏫',
  found: [],
  principle: 'lytter-foerst',
  topic: 'borgerdialog',
  at: TUESDAY,
  usedFor: null,
  follows: null,
  openly: false,
  receipts: [],
  owes: [],
  ...overrides,
});

/** A short message to `asker`, due at once. */
export const anOwed = (overrides: Partial<Owed> = {}): Owed => ({
  id: deliveryId('owed-1'),
  to: ASKER,
  manner: 'ping',
  notBefore: TUESDAY,
  say: { kind: 'reply', reply: { kind: 'thanks' } },
  ...overrides,
});
