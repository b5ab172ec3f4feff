import assert from 'node:assert/strict';
import { importsOf, readSources, type Source, withoutComments } from '../support/sources.ts';

const IN_CHAT = ['adapters/chat/', 'adapters/web/', 'adapters/delivery/', 'adapters/store/', 'cards/', 'bot/'] as const;

/** The arrows of the house (design, section 9): what a folder may import of ours, and which packages. */
const RULES = [
  { folder: 'bot/', ours: ['bot/'], packages: ['zod', 'luxon', 'date-holidays', '@orama/stemmers', 'node:crypto'] },
  { folder: 'cards/', ours: ['cards/', 'bot/'], packages: ['zod', 'luxon'] },
  { folder: 'jobs/', ours: ['jobs/', 'bot/'], packages: ['node-cron'] },
  {
    folder: 'adapters/web/',
    ours: ['adapters/web/', 'adapters/store/collection.ts', 'cards/', 'bot/'],
    packages: ['restify', 'ics', 'zod', 'echarts', 'csv-stringify', 'write-excel-file', 'node:'],
  },
  { folder: 'adapters/delivery/', ours: ['adapters/delivery/', 'cards/', 'bot/'], packages: ['node:'] },
  {
    folder: 'adapters/store/',
    ours: ['adapters/store/', 'adapters/delivery/delivery.ts', 'bot/'],
    packages: ['@seald-io/nedb', 'mongodb', 'mingo', 'node:'],
  },
  {
    folder: 'adapters/sandbox/',
    ours: ['adapters/sandbox/', 'adapters/web/', 'adapters/delivery/', 'adapters/store/', 'cards/', 'bot/'],
    packages: ['adaptivecards', 'luxon', 'zod', 'node:'],
  },
  // What Teams and Slack share knows neither of them, and no SDK.
  {
    folder: 'adapters/chat/',
    ours: ['adapters/chat/', 'adapters/delivery/', 'adapters/store/collection.ts', 'cards/', 'bot/'],
    packages: [],
  },
  // Behind `TeamsNetwork`: its successor replaces this folder, and nothing outside of it knows botbuilder.
  {
    folder: 'adapters/teams/botbuilder/',
    ours: [
      'adapters/teams/botbuilder/',
      'adapters/teams/connector.ts',
      'adapters/teams/network.ts',
      'adapters/teams/settings.ts',
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
  { folder: 'app/', ours: [''], packages: ['pino', 'zod', 'csv-parse', 'node:'] },
] as const;

/** Words that may stand in one folder only, or nowhere. */
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
  if (rule === undefined) return [`${source.path} stands in no folder that has a rule`];
  const isOurs = (name: string) => /^(?:app|adapters|bot|cards|jobs|test|bench|content)\//.test(name);
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
    ...strays.map((name) => `${source.path} imports ${name}`),
    ...words.map(({ name }) => `${source.path} holds ${name}`),
  ];
};

const SOURCES = ['app', 'adapters', 'bot', 'cards', 'jobs'].flatMap(readSources);

describe('the import rules', () => {
  it('hold in every file', () => {
    assert.ok(SOURCES.length > 100, String(SOURCES.length));
    assert.deepEqual(SOURCES.flatMap(faultsOf), []);
  });

  it('find every import there is: each file that imports at all is read', () => {
    const unread = SOURCES.filter((source) => /^import\b/m.test(source.code) && importsOf(source).length === 0);
    assert.deepEqual(
      unread.map(({ path }) => path),
      [],
    );
  });

  for (const [path, code, fault] of [
    ['bot/cases/x.ts', "import { a } from '../../cards/a.ts';", 'imports cards/a.ts'],
    ['bot/x.ts', "import type { A } from '../adapters/store/collection.ts';", 'imports adapters/store/collection.ts'],
    ['bot/x.ts', "import { readFile } from 'node:fs/promises';", 'imports node:fs/promises'],
    ['bot/x.ts', "import {\n  a,\n  b,\n} from 'pino';", 'imports pino'],
    ['bot/x.ts', "import 'pino';", 'imports pino'],
    ['bot/x.ts', "export * from '../jobs/jobs.ts';", 'imports jobs/jobs.ts'],
    ['bot/x.ts', "const a = await import('@slack/bolt');", 'imports @slack/bolt'],
    ['bot/x.ts', "import { a } from '@orama/stemmers/danish'; import { b } from 'mongodb';", 'imports mongodb'],
    ['cards/x.ts', "import { a } from 'adaptivecards';", 'imports adaptivecards'],
    ['cards/x.ts', "import { a } from '../app/config.ts';", 'imports app/config.ts'],
    ['jobs/x.ts', "import { a } from '../adapters/delivery/sender.ts';", 'imports adapters/delivery/sender.ts'],
    ['jobs/x.ts', "import { a } from '../cards/model.ts';", 'imports cards/model.ts'],
    ['adapters/delivery/x.ts', "import { a } from '../sandbox/chat.ts';", 'imports adapters/sandbox/chat.ts'],
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
    ['lib/x.ts', 'export const a = 1;', 'stands in no folder that has a rule'],
  ] as const) {
    it(`find that ${path} ${fault}`, () => {
      assert.deepEqual(faultsOf({ path, code }), [`${path} ${fault}`]);
    });
  }

  it('take no offence at comments, at words in quotes, or at what a folder may do', () => {
    const code = [
      "// import { a } from 'pino';",
      "/* export default; process.env; import('mongodb') */",
      "import { z } from 'zod';",
      "import { b } from '../../bot/ids.ts';",
      "const address = 'http://localhost'; // as any",
    ].join('\n');
    assert.deepEqual(faultsOf({ path: 'bot/cases/x.ts', code }), []);
    assert.deepEqual(faultsOf({ path: 'app/x.ts', code: 'export const env = process.env;' }), []);
  });
});
