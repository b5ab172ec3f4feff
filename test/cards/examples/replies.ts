import { caseId } from '../../../bot/ids.ts';
import { masked } from '../../support/fixtures/builders.ts';
import { BUSY, someFigures } from '../../support/fixtures/figures.ts';
import { hours, now } from './base.ts';
import { NAMED } from './drafts.ts';
import type { ExamplesByKind } from './examples-of.ts';

const REPORT = 'https://sammen.example.dk/report?token=t';

export const REPLIES = {
  'no-overview': { 'no-overview': { kind: 'no-overview' } },
  help: {
    help: { kind: 'help', agent: false, link: false },

    'help-embeddings': { kind: 'help', agent: false, link: false, embeddings: true },
    'help-agent': { kind: 'help', agent: true, link: true, roles: ['agent'] },
    'help-admin': { kind: 'help', agent: false, link: true, roles: ['hr', 'admin'] },
  },
  readers: {
    readers: { kind: 'readers' },
    'readers-embeddings': { kind: 'readers', embeddings: true },
  },
  greeting: {
    greeting: { kind: 'greeting', name: 'Mette' },
  },
  thanks: {
    thanks: { kind: 'thanks' },
    farewell: { kind: 'thanks', of: 'farewell' },
    praise: { kind: 'thanks', of: 'praise' },
    'small-answer': { kind: 'thanks', of: 'answer' },
  },
  'did-you-mean': {
    'did-you-mean-stop': { kind: 'did-you-mean', word: 'stop' },
    'did-you-mean-start': { kind: 'did-you-mean', word: 'start' },
    'did-you-mean-unlink': { kind: 'did-you-mean', word: 'unlink' },
    'did-you-mean-forget': { kind: 'did-you-mean', word: 'forget' },
  },
  'not-for-you': {
    'not-for-you-report': { kind: 'not-for-you', word: 'report' },
    'not-for-you-preview': { kind: 'not-for-you', word: 'preview' },
    'not-for-you-admin': { kind: 'not-for-you', word: 'admin' },
    'not-for-you-access-log': { kind: 'not-for-you', word: 'access-log' },
  },
  'not-understood': {
    'not-understood': { kind: 'not-understood' },
  },
  'draft-moved': {
    'draft-moved': { kind: 'draft-moved', to: null },
    'draft-moved-elsewhere': { kind: 'draft-moved', to: 'slack' },
  },
  'draft-full': {
    'draft-full': { kind: 'draft-full', most: 4000 },
  },
  'sent-stays': {
    'sent-stays': { kind: 'sent-stays' },
  },
  'too-long': {
    'too-long': { kind: 'too-long', length: 5210, most: 4000 },
  },
  principles: {
    principles: { kind: 'principles' },
  },
  agents: {
    agents: {
      kind: 'agents',
      agents: [
        {
          name: 'Jonas Holm',
          unit: 'Byudvikling',
          principles: ['bygger-bro', 'tydelig-ramme'],
          topics: ['borgerinitiativ'],
          free: true,
          unreachable: false,
        },
        {
          name: 'Amina Said',
          unit: 'Bibliotekerne',
          principles: ['lytter-foerst'],
          topics: ['borgerdialog', 'tvaergaaende'],
          free: false,
          unreachable: false,
        },
        { name: 'Poul Friis', unit: 'Jura', principles: [], topics: [], free: true, unreachable: true },
      ],
    },
    'agents-none': { kind: 'agents', agents: [] },
  },
  'my-cases': {
    'my-cases': {
      kind: 'my-cases',
      now,
      more: true,
      questions: [{ id: caseId('q8Wn3rTz2'), asker: 'Jonas Holm', until: hours(3) }],
      cases: [
        {
          id: caseId('c7Qk2mXw9'),
          number: 42,
          state: 'active',
          role: 'asker',
          snippet: masked('Skaterne vil selv bygge en rampe …'),
          next: 'you',
        },
        {
          id: caseId('k3Rw8pLz1'),
          number: 57,
          state: 'waiting',
          role: 'asker',
          snippet: masked('Må jeg love en forening svar inden jul?'),
          next: 'other',
        },
        {
          id: caseId('k9Tb4nVy6'),
          number: 61,
          state: 'waiting',
          role: 'offered',
          snippet: masked('Naboerne er uenige om legepladsen …'),
          next: 'you',
        },
        {
          id: caseId('k2Pd7sHq3'),
          number: 38,
          state: 'answered',
          role: 'agent',
          snippet: masked('En borger vil holde fællesspisning …'),
          next: 'other',
        },
        {
          id: caseId('k5Jf1cGt8'),
          number: 63,
          state: 'waiting',
          role: 'listed',
          snippet: masked('Hvordan siger jeg nej på en ordentlig måde?'),
          next: 'you',
        },
      ],
    },
    'my-cases-none': { kind: 'my-cases', now, more: false, cases: [], questions: [] },
  },
  'case-not-found': {
    'case-not-found': { kind: 'case-not-found', number: 99 },
  },
  'case-gone': {
    'case-gone': { kind: 'case-gone', number: 42, months: 12 },
    'case-gone-month': { kind: 'case-gone', number: 42, months: 1 },
  },
  noticed: {
    noticed: { kind: 'noticed', warning: { ...NAMED, hidden: ['phone'], named: false, phoneTip: true } },
    'noticed-own': { kind: 'noticed', warning: { ...NAMED, named: false, own: ['name', 'phone'] } },
  },
  language: {
    'language-da': { kind: 'language', language: 'da' },
  },
  report: {
    'report-none': { kind: 'report', figures: null, url: 'https://sammen.example.dk/report?token=t' },
    'report-few': { kind: 'report', figures: { weeks: 4, now: someFigures(), before: null }, url: REPORT },
    report: {
      kind: 'report',
      figures: { weeks: 4, now: someFigures(BUSY), before: someFigures({ ...BUSY, asked: 142, rate: 1.8 }) },
      url: REPORT,
    },
    'report-digest': { kind: 'report', figures: { weeks: 4, now: someFigures(BUSY), before: null }, url: null },
  },
} satisfies ExamplesByKind<
  | 'help'
  | 'readers'
  | 'no-overview'
  | 'greeting'
  | 'thanks'
  | 'not-understood'
  | 'did-you-mean'
  | 'not-for-you'
  | 'draft-moved'
  | 'draft-full'
  | 'sent-stays'
  | 'too-long'
  | 'principles'
  | 'agents'
  | 'my-cases'
  | 'case-not-found'
  | 'case-gone'
  | 'noticed'
  | 'language'
  | 'report'
>;
