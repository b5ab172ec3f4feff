import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PRINCIPLES, TOPICS } from '../../bot/words.ts';
import { askAndOffer } from '../support/fixtures/sandbox-cases.ts';
import { runHere } from '../support/processes/command-here.ts';
import { complaints, inSandbox } from '../support/processes/sandbox.ts';
import { inTempFolder } from '../support/processes/temp-folder.ts';

type Routed = {
  id: string;
  principles: string[];
  topics: string[];
  agent: string | null;
  reason: string;
  sure: boolean;
};

const lines = (out: string): Routed[] =>
  out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

const ndjson = (...values: unknown[]): string => values.map((value) => `${JSON.stringify(value)}\n`).join('');

const RAMP = { id: 's01', text: 'Skaterne vil selv bygge en rampe, men vi er tre afdelinger om pladsen.' };
const LAW = {
  id: 's02',
  text: 'Loven siger, at vi skal høre naboerne. Hvad må vi efter paragraffen, og hvor er rammen?',
};

/** The contents of every file in a folder, by path. */
const contentOf = async (folder: string): Promise<Map<string, string>> => {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(await Promise.all(files.map(async (file) => [file, await readFile(file, 'utf8')] as const)));
};

describe('the route command', () => {
  it('answers each line with all principles and topics ranked, an agent and a reason in words', () =>
    inTempFolder(async (folder) => {
      const ended = await runHere(['route'], { DATA_DIR: join(folder, 'none') }, ndjson(RAMP, LAW));
      assert.deepEqual({ code: ended.code, complaints: complaints(ended) }, { code: 0, complaints: [] });
      const routed = lines(ended.out);
      assert.deepEqual(
        routed.map(({ id }) => id),
        ['s01', 's02'],
      );
      for (const line of routed) {
        assert.deepEqual(Object.keys(line), ['id', 'principles', 'topics', 'agent', 'reason', 'sure']);
        assert.deepEqual([...line.principles].sort(), [...PRINCIPLES].sort());
        assert.deepEqual([...line.topics].sort(), [...TOPICS].sort());
        assert.equal(typeof line.agent, 'string');
        assert.ok(line.reason.length > 10, line.reason);
        assert.equal(typeof line.sure, 'boolean');
      }
      assert.equal(routed[1]?.principles[0], 'tydelig-ramme');
      assert.equal(routed[1]?.topics[0], 'lovgivning');
    }));

  it('is deterministic', () =>
    inTempFolder(async (folder) => {
      const env = { DATA_DIR: join(folder, 'none') };
      const [first, second] = await Promise.all([1, 2].map(() => runHere(['route'], env, ndjson(RAMP, LAW, RAMP))));
      assert.equal(first?.out, second?.out);
    }));

  it('creates no missing folder', () =>
    inTempFolder(async (folder) => {
      const dataDir = join(folder, 'a', 'b');
      assert.equal((await runHere(['route'], { DATA_DIR: dataDir }, ndjson(RAMP))).code, 0);
      assert.equal(existsSync(join(folder, 'a')), false);
    }));

  it('reads the people and cases of a store while the bot runs, and changes nothing', () =>
    inSandbox(async (sandbox, { dataDir }) => {
      const agent = await sandbox.addPerson({
        name: 'Nina Ny',
        unit: 'Rådhuset',
        agent: { principles: ['tydelig-ramme'], topics: ['lovgivning'], capacity: 9 },
      });
      const { id } = await askAndOffer(sandbox);
      // The bot writes the case's figures now, not in the middle of the comparison.
      await sandbox.job('rollups');
      const before = await contentOf(dataDir);
      const ended = await runHere(['route'], { DATA_DIR: dataDir }, ndjson(LAW));
      assert.equal(ended.code, 0, ended.err);
      const [routed] = lines(ended.out);
      assert.ok([agent, 'karen'].includes(routed?.agent ?? ''), routed?.agent ?? 'nobody');
      assert.deepEqual(await contentOf(dataDir), before);
      assert.ok(id !== '');
    }));

  it('skips empty lines and ignores extra fields', () =>
    inTempFolder(async (folder) => {
      const input = `\n${ndjson({ ...RAMP, principles: ['bygger-bro'] })}\r\n   \n${ndjson(LAW)}`;
      const ended = await runHere(['route'], { DATA_DIR: join(folder, 'none') }, input);
      assert.equal(ended.code, 0, ended.err);
      assert.deepEqual(
        lines(ended.out).map(({ id }) => id),
        ['s01', 's02'],
      );
    }));

  it('prints nothing for empty input', () =>
    inTempFolder(async (folder) => {
      const ended = await runHere(['route'], { DATA_DIR: join(folder, 'none') });
      assert.deepEqual({ code: ended.code, out: ended.out }, { code: 0, out: '' });
    }));

  it('also routes odd texts: empty, one letter, very long, half a surrogate pair', () =>
    inTempFolder(async (folder) => {
      const texts = ['', 'x', 'æ'.repeat(200_000), '\ud800', '🎉🎉', '{"id":1}', '\u0000'];
      const input = ndjson(...texts.map((text, at) => ({ id: `o${at}`, text })));
      const ended = await runHere(['route'], { DATA_DIR: join(folder, 'none') }, input);
      assert.equal(ended.code, 0, ended.err);
      assert.equal(lines(ended.out).length, texts.length);
    }));

  for (const [what, line] of [
    ['not JSON', 'Skaterne vil bygge en rampe'],
    ['a number instead of a text', '{"id":"s02","text":7}'],
  ] as const) {
    it(`names the line that is ${what}, and ends with 2`, () =>
      inTempFolder(async (folder) => {
        const ended = await runHere(
          ['route'],
          { DATA_DIR: join(folder, 'none') },
          `${ndjson(RAMP)}${line}\n${ndjson(LAW)}`,
        );
        assert.equal(ended.code, 2);
        const printed = complaints(ended);
        assert.equal(printed.length, 1, 'one sentence, no stack');
        assert.match(printed[0] ?? '', /line 2/);
      }));
  }
});
