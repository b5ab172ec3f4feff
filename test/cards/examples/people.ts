import { storyId } from '../../../bot/ids.ts';
import type { AbsenceNotice, ProfileNotice } from '../../../bot/people/notice.ts';
import { masked } from '../../support/fixtures/builders.ts';
import { offered } from './as-agent.ts';
import { ASKER_WAITS, waiting } from './as-asker.ts';
import { hours, now } from './base.ts';
import { until } from './case-parts.ts';
import type { ExamplesByKind, ExamplesOf } from './examples-of.ts';
import { amina, bo } from './names.ts';

const agentProfile = {
  kind: 'profile',
  saved: 'nothing',
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
} satisfies ProfileNotice;
const colleague = { ...agentProfile, agent: null, phone: null };

const away = {
  kind: 'absence',
  did: 'nothing',
  now,
  todayDate: '2026-11-24',
  agent: true,
  absences: [],
  substitutes: [bo, amina],
} satisfies AbsenceNotice;

/** How a case names people. */
export const PEOPLE_IN_CASES = {
  'asker-waiting-unit': waiting({ units: ['Park og Vej', 'Bibliotekerne', 'Ældre og Sundhed'] }),
  'asker-waiting-unit-first': waiting({ units: [] }),
  'asker-waiting-agent-left': waiting({ before: { agent: 'Poul Friis', did: 'leave' }, askedAt: hours(-30) }),
  'asker-waiting-given-back': waiting({ before: { agent: 'Poul Friis', did: 'give-back' }, askedAt: hours(-30) }),
  'asker-waiting-agent-left-nobody': waiting({
    may: [...ASKER_WAITS, 'share-with-all'],
    before: { agent: 'Poul Friis', did: 'leave' },
    offer: null,
    asked: 0,
    sharing: 'asked',
  }),
  'offered-stand-in': offered({
    offer: {
      until,
      why: { principle: false, topic: false, load: 0, capacity: 3, standsIn: true },
      pair: null,
    },
  }),
} satisfies ExamplesOf<'case'>;

const STUCK = {
  kind: 'stuck-case',
  now,
  askedAt: hours(-50),
  principle: 'bygger-bro',
  topic: 'borgerinitiativ',
  certainty: 'sure',
} as const;

/** What people see about themselves, and what tells a human that a case waits. */
export const PEOPLE = {
  'stuck-case': {
    'stuck-case': STUCK,
    'stuck-case-guess': { ...STUCK, certainty: 'guess' },
    'stuck-case-silent': { ...STUCK, certainty: 'silent' },
  },
  profile: {
    'profile-agent': agentProfile,
    'profile-agent-saved': { ...agentProfile, saved: 'profile' },
    'profile-colleague': colleague,
    'profile-colleague-saved': { ...colleague, saved: 'profile', phone: '70 00 01 01' },
  },
  absence: {
    absence: away,
    'absence-saved': {
      ...away,
      did: 'absence',
      absences: [
        { from: '2026-12-21', until: '2027-01-03', substitute: 'Bo Lindgren' },
        { from: '2027-02-15', until: '2027-02-15', substitute: null },
      ],
    },
    'absence-back': { ...away, did: 'back' },
    'absence-colleague': { ...away, agent: false, substitutes: [] },
  },
  field: {
    'field-asked': { kind: 'field', principle: 'tydelig-ramme', did: 'asked' },
    'field-dropped': { kind: 'field', principle: 'tydelig-ramme', did: 'dropped' },
    'field-kept': { kind: 'field', principle: 'tydelig-ramme', did: 'kept' },
  },
  'now-agent': {
    'now-agent': { kind: 'now-agent', by: 'Karen Skov' },
  },
  'forget-me': {
    'forget-me': { kind: 'forget-me', asked: now, open: 0, agent: false, listed: false },
    'forget-me-one-case': { kind: 'forget-me', asked: now, open: 1, agent: false, listed: true },
    'forget-me-agent': { kind: 'forget-me', asked: now, open: 3, agent: true, listed: true },
    'forget-me-held': { kind: 'forget-me', asked: now, open: 0, agent: false, listed: false, held: 1 },
    'forget-me-held-more': { kind: 'forget-me', asked: now, open: 0, agent: false, listed: false, held: 2 },
    'forget-me-stories': {
      kind: 'forget-me',
      asked: now,
      open: 0,
      agent: false,
      listed: true,
      told: [
        {
          id: storyId('s7Qd2'),
          principle: 'tydelig-ramme',
          text: masked('Naboerne ville have en bænk på hjørnet. Vi gik derned sammen, før nogen tegnede noget.'),
        },
      ],
      moreTold: 2,
    },
  },
  forgotten: {
    forgotten: { kind: 'forgotten' },
    'forgotten-held': { kind: 'forgotten', held: 1 },
  },
} satisfies ExamplesByKind<'stuck-case' | 'profile' | 'absence' | 'field' | 'now-agent' | 'forget-me' | 'forgotten'>;
