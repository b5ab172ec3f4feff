import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { carryOver } from '../../adapters/store/carry-over.ts';
import { takeEntries } from '../../adapters/store/embedded/access-inbox.ts';
import { openEmbedded } from '../../adapters/store/embedded/open-embedded.ts';
import { openCopy } from '../../adapters/store/embedded/read-copy.ts';
import { markStore } from '../../adapters/store/mark-store.ts';
import { NO_SECRETS, openKeys } from '../../adapters/store/store-keys.ts';
import { SHIPPED } from '../../app/content/content-sources.ts';
import { addOwnExamples, ownExamplesFile } from '../../app/content/own-examples.ts';
import { faultInWords } from '../../app/fault-in-words.ts';
import { readEnvFile } from '../../app/settings/env-file.ts';
import { MendableError } from '../../bot/mendable-error.ts';
import { readSources } from '../support/assertions/sources.ts';
import { REAL } from '../support/fixtures/own-organisation.ts';
import { runHere } from '../support/processes/command-here.ts';
import { freePort } from '../support/processes/free-port.ts';
import type { Environment } from '../support/processes/running-sammen.ts';
import { complaints } from '../support/processes/sandbox.ts';
import { inTempFolder } from '../support/processes/temp-folder.ts';

type Provoked = {
  args: string[];
  env?: Environment;
  said: RegExp;
  /** Prepares the fault; returns a function that cleans up. */
  before?: () => Promise<(() => Promise<void>) | void>;
};

/** How to provoke each fault in the real program, with `folder` as its DATA_DIR. */
const PROVOKED: Readonly<Record<string, (folder: string, closedPort: number) => Provoked>> = {
  UsageError: () => ({ args: ['journal'], said: /^Missing required argument 'CASE'\..*--help/ }),
  ConfigurationError: () => ({ args: ['start'], env: { PORT: 'http' }, said: /^Sammen cannot start\. One setting/ }),
  NotInitialised: (folder) => ({
    args: ['init', '--folder', folder],
    said: /^.*\.env is there already, and nothing was changed\. Move/,
    before: async () => {
      writeFileSync(join(folder, '.env'), '');
    },
  }),
  NotReady: (folder) => ({
    args: ['check'],
    env: { DATA_DIR: folder, PORT: 'http' },
    said: /^Sammen is not ready: 1 thing needs mending\.$/,
  }),
  ContentFault: () => ({
    args: ['route'],
    env: { ORGANISATION_FILE: 'none.json' },
    said: /^none\.json is missing\. Give the path of your own file in ORGANISATION_FILE/,
  }),
  ImportStopped: (folder) => ({
    args: ['import-people', join(folder, 'people.csv')],
    said: /^The file is empty\.$/m,
    before: async () => {
      writeFileSync(join(folder, 'people.csv'), '');
    },
  }),
  StoreInUse: (folder) => ({
    args: ['rebuild-rollups'],
    said: /^Another Sammen uses /,
    before: async () => {
      const store = await openEmbedded(folder);
      await markStore(store, 'sandbox');
      return store.close;
    },
  }),
  NoStore: (folder) => ({
    args: ['rebuild-rollups'],
    env: { DATA_DIR: join(folder, 'dta') },
    said: /^there is no store in .*dta, and none was made\. Check DATA_DIR/,
  }),
  DamagedStore: (folder) => ({
    args: ['start'],
    said: /people\.db is damaged: line 1 cannot be read/,
    before: async () => {
      writeFileSync(join(folder, 'people.db'), 'x\n{"_id":"a"}\n');
    },
  }),
  BackupFault: (folder) => ({
    args: ['restore', join(folder, 'none.gz')],
    said: /none\.gz is not there, or its folder is not\. Check the path\.$/,
  }),
  FolderNotUsable: (folder) => ({
    args: ['start'],
    env: { DATA_DIR: join(folder, 'people.csv', 'data') },
    said: /^.*people\.csv\/data is to be a folder, but it, or a part of its path, is a file\. Move that file, or set DATA_DIR/,
    before: async () => {
      writeFileSync(join(folder, 'people.csv'), '');
    },
  }),
  NotListening: (_folder, port) => ({
    args: ['start'],
    env: { PORT: String(port) },
    said: /^Port \d+ is taken: another program listens on 127\.0\.0\.1, .* Stop it, or set PORT/,
    before: async () => {
      const other = createServer();
      await new Promise<void>((listening) => other.listen(port, '127.0.0.1', listening));
      return async () => void other.close();
    },
  }),
  WrongStore: (folder) => ({
    args: ['rebuild-rollups'],
    env: { SANDBOX: 'off' },
    said: /^this store belongs to a sandbox/,
    before: async () => {
      const store = await openEmbedded(folder);
      await markStore(store, 'sandbox');
      await store.close();
    },
  }),
  StoreNotOpened: () => ({
    args: ['journal', '1'],
    env: { MONGODB_URI: 'mongodb://u:p@h:1:2/x' },
    said: /^MONGODB_URI cannot be read/,
  }),
  SlackNotOpened: (_folder, port) => ({
    args: ['start'],
    env: {
      ...REAL,
      SLACK_BOT_TOKEN: 'xoxb-1',
      SLACK_SIGNING_SECRET: 'x'.repeat(40),
      SLACK_API_URL: `http://127.0.0.1:${port}/api/`,
      HOST: '127.0.0.1',
    },
    said: /^Slack said invalid_auth when Sammen asked who it is there\. Check SLACK_BOT_TOKEN/m,
    before: async () => {
      const refusing = createServer((_request, response) => response.end('{"ok":false,"error":"invalid_auth"}'));
      await new Promise<void>((listening) => refusing.listen(port, '127.0.0.1', listening));
      return async () => void refusing.close();
    },
  }),
};

const openedWith = async (folder: string, secret: string): Promise<unknown> => {
  const store = await openEmbedded(folder);
  return openKeys(store, { ...NO_SECRETS, secret }).finally(store.close);
};

/** These need a MongoDB, or a folder of the program that cannot be written: what throws them provokes them here. */
const WHERE_THROWN: Readonly<Record<string, (folder: string) => Promise<unknown>>> = {
  EnvFileFault: async (folder) => readEnvFile({ ENV_FILE: join(folder, 'none') }).refuseFaults(),
  StoreUnavailable: async (folder) => (await (await openCopy(folder))?.collection('cases', []))?.insert({ _id: 'a' }),
  SecretsDoNotFit: async (folder) => {
    await openedWith(folder, 'the secret of the first start, long enough');
    return openedWith(folder, 'another secret, and the former is not given');
  },
  TemporaryFolderTooDeep: async (folder) => {
    const before = process.env.TMPDIR;
    process.env.TMPDIR = join(folder, 'T'.repeat(100));
    mkdirSync(process.env.TMPDIR);
    try {
      await openEmbedded(join(folder, 'data'));
    } finally {
      if (before === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = before;
    }
  },
  UnreadableEntries: async (folder) => {
    mkdirSync(join(folder, 'access-log'));
    writeFileSync(join(folder, 'access-log', 'note.json'), 'not a line');
    return takeEntries(folder, { add: async () => undefined });
  },
  NotWritten: async (folder) => addOwnExamples(ownExamplesFile(SHIPPED, pathToFileURL(join(folder, 'none/'))), []),
  CannotCarryOver: async (folder) => {
    mkdirSync(join(folder, 'target'));
    const [source, target] = [await openEmbedded(folder), await openEmbedded(join(folder, 'target'))];
    return carryOver(source, target, new Date()).finally(() => Promise.all([source.close(), target.close()]));
  },
};

describe('a fault that the operator can fix', () => {
  it('is tested for every error class', () => {
    const classes = ['app', 'adapters', 'bot', 'cards', 'jobs', 'manifest']
      .flatMap(readSources)
      .flatMap(({ code }) => [...code.matchAll(/class (\w+) extends MendableError\b/g)].map(([, name]) => name));
    assert.deepEqual(classes.toSorted(), [...Object.keys(PROVOKED), ...Object.keys(WHERE_THROWN)].sort());
  });

  for (const [name, provoke] of Object.entries(PROVOKED)) {
    it(`ends the program with only its message: ${name}`, () =>
      inTempFolder(async (folder) => {
        const { args, env, said, before } = provoke(folder, await freePort());
        const after = await before?.();
        try {
          const given = { DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'silent', ...env };
          const ended = await runHere(args, given);
          const printed = complaints(ended).join('\n');
          assert.equal(ended.code, name === 'UsageError' ? 2 : 1, printed);
          assert.match(printed, said);
          assert.doesNotMatch(printed, new RegExp(`^\\s+at |${name}`, 'm'), 'no stack and no class name');
        } finally {
          await after?.();
        }
      }));
  }

  for (const [name, provoke] of Object.entries(WHERE_THROWN)) {
    it(`ends the program with 1 and only its message: ${name}`, () =>
      inTempFolder(async (folder) => {
        const fault: unknown = await provoke(folder).catch((error: unknown) => error);
        assert.ok(fault instanceof MendableError && fault.name === name, String(fault));
        assert.equal(faultInWords(fault), fault.message);
      }));
  }

  it('is distinguished from a bug, which is printed with its stack', () => {
    const ours = new TypeError('x is not a function');
    assert.equal(faultInWords(ours), ours.stack);
    assert.match(faultInWords('text'), /^Error: text\n\s+at /);
  });
});
