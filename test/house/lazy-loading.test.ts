import assert from 'node:assert/strict';
import { posix } from 'node:path';
import { readSources, valueImportsOf } from '../support/assertions/sources.ts';

const SOURCES = new Map(['app', 'adapters', 'bot', 'cards', 'jobs'].flatMap(readSources).map((one) => [one.path, one]));

/** A platform's SDK is slow to load, so only installations that use the platform should load it. */
const SDKS = ['botbuilder', 'botframework-connector', '@slack/bolt', '@slack/web-api'];

const loadedFrom = (start: string): Set<string> => {
  const loaded = new Set([start]);
  for (const path of loaded) {
    const source = SOURCES.get(posix.normalize(path));
    for (const name of source === undefined ? [] : valueImportsOf(source)) loaded.add(name);
  }
  return loaded;
};

describe('the platforms’ SDKs', () => {
  it('are not loaded when the program starts', () => {
    const loaded = loadedFrom('app/commands/start.ts');
    assert.ok(loaded.size > 200, String(loaded.size));
    assert.deepEqual(
      SDKS.filter((sdk) => loaded.has(sdk)),
      [],
    );
  });

  it('are loaded with the platform that needs them', () => {
    assert.ok(loadedFrom('app/platforms/teams/plug-in-teams.ts').has('botframework-connector'));
    assert.ok(loadedFrom('app/platforms/slack/plug-in-slack.ts').has('@slack/bolt'));
  });
});

describe('the command line', () => {
  it('loads only the command that is called', () => {
    const declared = (name: string) => /^node:|^app\/command-line\//.test(name);
    const loaded = [...loadedFrom('app/main.ts')].filter((name) => !declared(name));
    assert.ok(loaded.length <= 18, loaded.join(', '));
  });
});
