import type { AccessLine } from '../../../bot/admin/access-log.ts';
import { DEEDS } from '../../../bot/audit/deed.ts';
import { hours, now } from './base.ts';
import type { ExamplesByKind } from './examples-of.ts';

const NOWHERE = { dilemma: 0, talk: 0, notes: 0, answer: 0, story: 0, drafts: 0, examples: 0 };

const line: AccessLine = {
  at: hours(-1),
  by: { as: 'person', name: 'Lone Bak' },
  did: 'open-report',
  about: null,
  case: null,
  detail: null,
};

/** Every deed once, over the pages that they take. */
const pageOf = (page: number): AccessLine[] =>
  DEEDS.slice(page * 10, page * 10 + 10).map((did, i) => ({ ...line, did, at: hours(-i - 10 * page) }));

/** Who has looked at what, and what people get about themselves. */
export const ACCESS = {
  'admin-words': {
    'admin-words-looked': {
      kind: 'admin-words',
      number: 42,
      did: 'looked',
      places: { ...NOWHERE, dilemma: 1, talk: 2 },
    },
    'admin-words-took': { kind: 'admin-words', number: 42, did: 'took', places: { ...NOWHERE, story: 1 } },
    'admin-words-none': { kind: 'admin-words', number: 42, did: 'looked', places: NOWHERE },
  },
  'own-data': {
    'own-data': { kind: 'own-data', url: 'https://sammen.example/files/my-data?token=x', minutes: 15 },
  },
  'access-log': {
    'access-log': {
      kind: 'access-log',
      now,
      lines: [
        line,
        { ...line, did: 'export-report', detail: 'xlsx' },
        { ...line, by: { as: 'operator', user: 'drift' }, did: 'read-case', case: 42 },
        { ...line, did: 'give-role', about: 'Bo Lindgren', detail: 'agent' },
        { ...line, by: { as: 'erased' }, did: 'pause-run', detail: '2026-W49' },
      ],
      from: 0,
      more: true,
    },
    'access-log-empty': { kind: 'access-log', now, lines: [], from: 0, more: false },
    'access-log-all-0': { kind: 'access-log', now, lines: pageOf(0), from: 0, more: true },
    'access-log-all-1': { kind: 'access-log', now, lines: pageOf(1), from: 10, more: true },
    'access-log-all-2': { kind: 'access-log', now, lines: pageOf(2), from: 20, more: false },
  },
} satisfies ExamplesByKind<'access-log' | 'own-data' | 'admin-words'>;
