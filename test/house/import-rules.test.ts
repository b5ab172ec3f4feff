import assert from 'node:assert/strict';
import { importsOf, readSources, type Source, valueImportsOf, withoutComments } from '../support/assertions/sources.ts';

const IN_CHAT = [
  'adapters/chat/',
  'adapters/web/',
  'adapters/store/',
  'cards/',
  'bot/',
  'outbox/delivery-error.ts',
] as const;

/** The allowed dependencies (docs/architecture.md, "Arrows"): which of our folders and which packages a folder may import. */
const RULES = [
  {
    folder: 'bot/',
    ours: ['bot/'],
    packages: ['zod', 'luxon', 'date-holidays', '@orama/stemmers', 'minisearch', 'node:crypto'],
  },
  { folder: 'cards/', ours: ['cards/', 'bot/'], packages: ['zod', 'luxon'] },
  { folder: 'jobs/', ours: ['jobs/', 'bot/'], packages: ['node-cron'] },
  {
    folder: 'adapters/web/',
    ours: ['adapters/web/', 'adapters/store/collection.ts', 'cards/', 'bot/'],
    packages: [
      'restify',
      'helmet',
      'rate-limiter-flexible',
      'ics',
      'zod',
      'echarts',
      'csv-stringify',
      'write-excel-file',
      'node:',
    ],
  },
  // The engine knows the recipient's id and the time, but no notice, no person and no platform.
  { folder: 'outbox/', ours: ['outbox/', 'bot/ids.ts', 'bot/messages/', 'bot/time/'], packages: ['node:'] },
  {
    folder: 'adapters/store/',
    ours: ['adapters/store/', 'outbox/ports.ts', 'bot/'],
    packages: ['@seald-io/nedb', 'mongodb', 'mingo', 'zod', 'node:'],
  },
  {
    folder: 'adapters/sandbox/',
    ours: ['adapters/sandbox/', ...IN_CHAT],
    packages: ['adaptivecards', 'luxon', 'zod', 'node:'],
  },
  // The code that Teams and Slack share knows neither platform and no SDK.
  {
    folder: 'adapters/chat/',
    ours: ['adapters/chat/', 'adapters/store/collection.ts', 'cards/', 'bot/', 'outbox/delivery-error.ts'],
    packages: [],
  },
  // Implements `TeamsNetwork`. Nothing outside this folder knows botbuilder, so its successor replaces only this folder.
  {
    folder: 'adapters/teams/botbuilder/',
    ours: [
      'adapters/teams/botbuilder/',
      'adapters/teams/connector.ts',
      'adapters/teams/network.ts',
      'adapters/teams/settings.ts',
      'bot/time/units.ts',
    ],
    packages: ['botbuilder', 'botframework-connector'],
  },
  {
    folder: 'adapters/teams/',
    ours: ['adapters/teams/', ...IN_CHAT],
    butNot: ['adapters/teams/botbuilder/'],
    packages: ['entities', 'zod', 'node:'],
  },
  {
    folder: 'adapters/slack/',
    ours: ['adapters/slack/', ...IN_CHAT],
    packages: ['@slack/bolt', '@slack/web-api', 'undici', '@slack/types', 'zod', 'node:'],
  },
  // A help of routing: it knows the port, and no rule.
  {
    folder: 'adapters/embeddings/',
    ours: ['adapters/embeddings/', 'bot/routing/embeddings.ts', 'bot/privacy/mask.ts', 'bot/time/units.ts'],
    packages: ['zod', 'node:'],
  },
  // Reads what strangers wrote: it knows the port, and no rule.
  {
    folder: 'adapters/town-calendar/',
    ours: ['adapters/town-calendar/', 'bot/nudges/town-event.ts', 'bot/fingerprint.ts', 'bot/time/units.ts'],
    packages: ['ical.js', 'luxon', 'entities', 'node:'],
  },
  // The packages for Teams and Slack: files and what is filled in.
  { folder: 'manifest/', ours: ['manifest/'], packages: ['fflate', 'node:'] },
  {
    folder: 'app/',
    ours: [''],
    packages: [
      'pino',
      'pino-pretty',
      'prom-client',
      'zod',
      'csv-parse',
      'commander',
      '@commander-js/extra-typings',
      'node:',
    ],
  },
] as const;

/**
 * The rooms of bot/, from the bottom up: each may import the rooms before it, never one after it. A file belongs to the
 * room with the longest matching prefix.
 */
const ROOMS = [
  'bot/mendable-error.ts',
  'bot/words.ts',
  'bot/ids.ts',
  'bot/platform.ts',
  'bot/refusal.ts',
  'bot/by-name.ts',
  'bot/fingerprint.ts',
  'bot/seal.ts',
  'bot/former-ids.ts',
  'bot/retry-on-conflict.ts',
  'bot/content/',
  'bot/privacy/',
  'bot/dates/',
  'bot/card-fields.ts',
  'bot/command-of.ts',
  'bot/talk/',
  'bot/organisation.ts',
  'bot/time/',
  'bot/routing/',
  'bot/presses/',
  'bot/audit/',
  'bot/messages/',
  'bot/people/',
  'bot/people/directory/',
  'bot/delivery/',
  'bot/cases/',
  'bot/stories/',
  'bot/drafts/',
  'bot/nudges/',
  'bot/adoption/',
  'bot/accounts/',
  'bot/accounts/linking/',
  'bot/accounts/erasure/',
  'bot/keeping/',
  'bot/admin/',
  'bot/commands.ts',
  'bot/notices.ts',
  'bot/deps.ts',
  'bot/conversation/',
] as const;

/** The index of the file's room, counted from the bottom; -1 when no room contains it. */
const roomOf = (path: string): number => {
  const matching = ROOMS.filter((room) => path.startsWith(room));
  return ROOMS.findIndex((room) => room === matching.toSorted((a, b) => b.length - a.length)[0]);
};

/** Imports in bot/ that point upward, or a file that belongs to no room. */
const upwardImportsIn = (source: Source): string[] => {
  if (!source.path.startsWith('bot/')) return [];
  const own = roomOf(source.path);
  if (own < 0) return [`${source.path} belongs to no room of bot/`];
  return importsOf(source)
    .filter((name) => name.startsWith('bot/') && roomOf(name) > own)
    .map((name) => `${source.path} imports ${name}, which is above it`);
};

/** The unions of all commands, notices and deps: a file that imports one depends on every capability. */
const UNIONS = ['bot/commands.ts', 'bot/notices.ts', 'bot/deps.ts'];
const MAY_IMPORT_UNIONS = ['bot/conversation/', 'bot/deps.ts', 'cards/', 'app/'];

const unionImportsIn = (source: Source): string[] =>
  MAY_IMPORT_UNIONS.some((place) => source.path.startsWith(place))
    ? []
    : importsOf(source)
        .filter((name) => UNIONS.includes(name))
        .map((name) => `${source.path} imports ${name}, a union of every capability`);

/** Patterns allowed in one folder only, or nowhere. */
const WORDS = [
  { word: /\bprocess\.env\b/, name: 'process.env', only: 'app/' },
  { word: /\bexport default\b/, name: 'export default', only: null },
  { word: /\bas any\b|:\s*any\b|<any>/, name: 'any', only: null },
  { word: /@ts-(?:ignore|nocheck|expect-error)\b/, name: 'a silenced check', only: null, inComments: true },
] as const;

type Rule = { folder: string; ours: readonly string[]; butNot?: readonly string[]; packages: readonly string[] };

const mayImport = ({ ours, butNot = [] }: Rule, name: string): boolean =>
  ours.some((folder) => name.startsWith(folder)) && !butNot.some((folder) => name.startsWith(folder));

const faultsOf = (source: Source): string[] => {
  const rule: Rule | undefined = RULES.find(({ folder }) => source.path.startsWith(folder));
  if (rule === undefined) return [`${source.path} is in no folder that has a rule`];
  const isOurs = (name: string) => /^(?:app|adapters|bot|cards|jobs|manifest|outbox|test|bench|content)\//.test(name);
  const strays = importsOf(source).filter((name) =>
    isOurs(name)
      ? name.startsWith('test/') || name.startsWith('bench/') || !mayImport(rule, name)
      : !rule.packages.some((one) => (one === 'node:' ? name.startsWith(one) : name === one)),
  );
  const bare = withoutComments(source.code);
  const words = WORDS.filter(
    ({ word, only, ...more }) =>
      word.test('inComments' in more ? source.code : bare) && (only === null || !source.path.startsWith(only)),
  );
  return [
    ...upwardImportsIn(source),
    ...unionImportsIn(source),
    ...strays.map((name) => `${source.path} imports ${name}`),
    ...words.map(({ name }) => `${source.path} holds ${name}`),
  ];
};

const SOURCES = ['app', 'adapters', 'bot', 'cards', 'jobs', 'manifest', 'outbox'].flatMap(readSources);

describe('faults while Sammen runs', () => {
  it('are logged by the log of faults, which says once that the store is away, except where that cannot be', () => {
    const logged = SOURCES.filter(({ path, code }) => path.startsWith('app/') && /\berr: error\b/.test(code));
    assert.deepEqual(
      logged.map(({ path }) => path),
      [
        'app/commands/stop-in-time.ts',
        'app/fault-log.ts',
        'app/platforms/sandbox/open-sandbox.ts',
        // Faults of platforms, which are not ours to count.
        'app/start-sammen.ts',
      ],
    );
  });
});

describe('the import rules', () => {
  it('list only rooms in bot/ that contain files', () => {
    const empty = ROOMS.filter((room) => !SOURCES.some(({ path }) => path.startsWith(room)));
    assert.deepEqual(empty, []);
  });

  it('allow no cycle of value imports', () => {
    const code = new Map(SOURCES.map((source) => [source.path, valueImportsOf(source)]));
    const done = new Set<string>();
    const cycle = (path: string, trail: readonly string[]): string[] | null => {
      if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path];
      if (done.has(path)) return null;
      for (const next of code.get(path) ?? []) {
        const found = cycle(next, [...trail, path]);
        if (found !== null) return found;
      }
      done.add(path);
      return null;
    };
    for (const path of code.keys()) assert.equal(cycle(path, [])?.join(' → ') ?? null, null);
  });

  it('allow a port at most ten methods', () => {
    const ports = SOURCES.filter(({ path }) => path.startsWith('bot/')).flatMap(({ path, code }) =>
      [...code.matchAll(/export interface (\w+)[^{]*\{\n(.*?)\n\}/gs)].map(([, name = '', body = '']) => ({
        name: `${path} ${name}`,
        methods: [...body.matchAll(/^ {2}\w+\(/gm)].length,
      })),
    );
    assert.ok(ports.length > 20, String(ports.length));
    assert.deepEqual(
      ports.filter(({ methods }) => methods > 10),
      [],
    );
  });

  it('hold in every file', () => {
    assert.ok(SOURCES.length > 100, String(SOURCES.length));
    assert.deepEqual(SOURCES.flatMap(faultsOf), []);
  });

  it('see the imports of every file that has any', () => {
    const unread = SOURCES.filter((source) => /^import\b/m.test(source.code) && importsOf(source).length === 0);
    assert.deepEqual(
      unread.map(({ path }) => path),
      [],
    );
  });

  for (const [path, code, fault] of [
    ['bot/cases/x.ts', "import { a } from '../../cards/a.ts';", 'imports cards/a.ts'],
    [
      'bot/people/x.ts',
      "import type { Case } from '../cases/case.ts';",
      'imports bot/cases/case.ts, which is above it',
    ],
    ['bot/time/x.ts', "import type { A } from '../admin/deps.ts';", 'imports bot/admin/deps.ts, which is above it'],
    ['bot/nudges/x.ts', "import '../conversation/hear.ts';", 'imports bot/conversation/hear.ts, which is above it'],
    [
      'bot/accounts/x.ts',
      "import { erasePerson } from './erasure/erase-person.ts';",
      'imports bot/accounts/erasure/erase-person.ts, which is above it',
    ],
    ['bot/stray.ts', 'export const a = 1;', 'belongs to no room of bot/'],
    ['bot/new-room/x.ts', 'export const a = 1;', 'belongs to no room of bot/'],
    [
      'bot/cases/x.ts',
      "import type { A } from '../../adapters/store/collection.ts';",
      'imports adapters/store/collection.ts',
    ],
    ['bot/cases/x.ts', "import { readFile } from 'node:fs/promises';", 'imports node:fs/promises'],
    ['bot/cases/x.ts', "import {\n  a,\n  b,\n} from 'pino';", 'imports pino'],
    ['bot/cases/x.ts', "import 'pino';", 'imports pino'],
    ['bot/cases/x.ts', "export * from '../../jobs/jobs.ts';", 'imports jobs/jobs.ts'],
    ['bot/cases/x.ts', "const a = await import('@slack/bolt');", 'imports @slack/bolt'],
    ['bot/cases/x.ts', "import { a } from '@orama/stemmers/danish'; import { b } from 'mongodb';", 'imports mongodb'],
    ['cards/x.ts', "import { a } from 'adaptivecards';", 'imports adaptivecards'],
    ['cards/x.ts', "import { a } from '../app/config.ts';", 'imports app/config.ts'],
    ['jobs/x.ts', "import { a } from '../outbox/sender.ts';", 'imports outbox/sender.ts'],
    ['jobs/x.ts', "import { a } from '../cards/model.ts';", 'imports cards/model.ts'],
    ['bot/delivery/x.ts', "import { a } from '../cases/rules.ts';", 'imports bot/cases/rules.ts, which is above it'],
    ['bot/people/x.ts', "import '../delivery/decide.ts';", 'imports bot/delivery/decide.ts, which is above it'],
    ['bot/delivery/x.ts', "import { a } from '../../outbox/ports.ts';", 'imports outbox/ports.ts'],
    ['outbox/x.ts', "import { PLATFORMS } from '../bot/platform.ts';", 'imports bot/platform.ts'],
    ['outbox/x.ts', "import type { Person } from '../bot/people/person.ts';", 'imports bot/people/person.ts'],
    ['outbox/x.ts', "import type { Card } from '../cards/model.ts';", 'imports cards/model.ts'],
    ['outbox/x.ts', "import { a } from '../adapters/store/collection.ts';", 'imports adapters/store/collection.ts'],
    ['outbox/x.ts', "import { a } from '../app/delivery/deliver.ts';", 'imports app/delivery/deliver.ts'],
    ['adapters/store/x.ts', "import { a } from '../../outbox/sender.ts';", 'imports outbox/sender.ts'],
    ['adapters/chat/x.ts', "import { a } from '../slack/chats.ts';", 'imports adapters/slack/chats.ts'],
    [
      'adapters/slack/x.ts',
      "import type { Notice } from '../../bot/notices.ts';",
      'imports bot/notices.ts, a union of every capability',
    ],
    ['jobs/x.ts', "import type { Deps } from '../bot/deps.ts';", 'imports bot/deps.ts, a union of every capability'],
    [
      'adapters/teams/x.ts',
      "import { ACTIONS } from '../../bot/commands.ts';",
      'imports bot/commands.ts, a union of every capability',
    ],
    ['adapters/sandbox/x.ts', "import restify from 'restify';", 'imports restify'],
    ['adapters/sandbox/x.ts', "import { a } from '../../app/log.ts';", 'imports app/log.ts'],
    ['adapters/teams/x.ts', "import { a } from '../slack/receiver.ts';", 'imports adapters/slack/receiver.ts'],
    ['adapters/chat/x.ts', "import { a } from '../teams/activity.ts';", 'imports adapters/teams/activity.ts'],
    ['adapters/chat/x.ts', "import { a } from '../slack/payloads.ts';", 'imports adapters/slack/payloads.ts'],
    ['adapters/chat/x.ts', "import { a } from '../sandbox/chat.ts';", 'imports adapters/sandbox/chat.ts'],
    ['adapters/chat/x.ts', "import type { App } from '@slack/bolt';", 'imports @slack/bolt'],
    ['adapters/chat/x.ts', "import type { Activity } from 'botbuilder';", 'imports botbuilder'],
    ['adapters/teams/x.ts', "import type { Activity } from 'botbuilder';", 'imports botbuilder'],
    ['adapters/teams/x.ts', "import { a } from './botbuilder/a.ts';", 'imports adapters/teams/botbuilder/a.ts'],
    ['adapters/teams/botbuilder/x.ts', "import { a } from '../turn.ts';", 'imports adapters/teams/turn.ts'],
    ['adapters/web/x.ts', "import D from '@seald-io/nedb';", 'imports @seald-io/nedb'],
    ['adapters/store/x.ts', "createRequire(import.meta.url)('botbuilder');", 'imports botbuilder'],
    ['adapters/web/x.ts', 'const a = process.env.PORT;', 'holds process.env'],
    ['app/x.ts', "import { a } from '../test/support/builders.ts';", 'imports test/support/builders.ts'],
    ['app/x.ts', 'export default 1;', 'holds export default'],
    ['app/x.ts', 'const a = b as any;', 'holds any'],
    ['app/x.ts', 'const f = (a: any) => a;', 'holds any'],
    ['app/x.ts', '// @ts-expect-error\nf();', 'holds a silenced check'],
    ['lib/x.ts', 'export const a = 1;', 'is in no folder that has a rule'],
  ] as const) {
    it(`find that ${path} ${fault}`, () => {
      assert.deepEqual(faultsOf({ path, code }), [`${path} ${fault}`]);
    });
  }

  it('ignore comments and quoted strings, and accept what a folder may import', () => {
    const code = [
      "// import { a } from 'pino';",
      "/* export default; process.env; import('mongodb') */",
      "import { z } from 'zod';",
      "import { b } from '../../bot/ids.ts';",
      "const address = 'http://localhost'; // as any",
    ].join('\n');
    assert.deepEqual(faultsOf({ path: 'bot/cases/x.ts', code }), []);
    const union = "import type { Notice } from '../../bot/notices.ts';";
    for (const place of ['bot/conversation/x.ts', 'cards/from-notice/x.ts', 'app/delivery/x.ts'])
      assert.deepEqual(faultsOf({ path: place, code: union }), []);
    assert.deepEqual(faultsOf({ path: 'app/x.ts', code: 'export const env = process.env;' }), []);
  });
});
