import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openEmbedded } from '../../adapters/store/embedded/open-embedded.ts';
import { createExamples } from '../../app/commands/examples.ts';
import { SHIPPED } from '../../app/content/content-sources.ts';
import { readOwnExamples } from '../../app/content/own-examples.ts';
import { openStore } from '../../app/open-store.ts';
import type { Environment } from '../../app/settings/config.ts';
import type { Case } from '../../bot/cases/case.ts';
import { caseId, personId } from '../../bot/ids.ts';
import { examplesSchema, type NamedExample } from '../../bot/routing/examples.ts';
import { AGENT, ASKER, aCase, anAgent, aPerson, masked, TUESDAY } from '../support/fixtures/builders.ts';
import { aTerminal, runHere } from '../support/processes/command-here.ts';
import { tempFolder } from '../support/processes/temp-folder.ts';

const KEY = 'k3y-'.padEnd(40, 'y');
const TEXTS = ['Morten Jensen vil have penge til taget.', 'Må vi låne salen ud?', 'Ingen hører efter på mødet.'];

const corrected = (number: number, overrides: Partial<Case> = {}): Case =>
  aCase('answered', {
    _id: caseId(`secret-${number}`),
    number,
    text: masked(TEXTS[number - 1] ?? 'En tekst, som ingen har rettet.'),
    principle: 'tydelig-ramme',
    topic: 'oekonomi',
    labelled: { principle: 'agent' },
    events: [{ at: TUESDAY, kind: 'labelled', by: AGENT, about: null, principle: 'tydelig-ramme' }],
    ...overrides,
  });

describe('the examples command', () => {
  let folder: { path: string; remove(): Promise<void> };
  const run = async (flag?: '--approve', ids?: string, more: Environment = {}): Promise<string> => {
    const options = flag === undefined || ids === undefined ? {} : { approve: ids.split(',').map((id) => id.trim()) };
    const { terminal, printed } = aTerminal();
    const env = { DATA_DIR: join(folder.path, 'data'), ANONYMITY_KEY: KEY, ...more };
    await createExamples(pathToFileURL(`${folder.path}/`))({ args: [], options }, env, terminal);
    return printed.out;
  };
  const printed = async (): Promise<readonly NamedExample[]> =>
    examplesSchema.parse(
      (await run())
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line)),
    );
  const file = () => join(folder.path, 'examples.ndjson');

  beforeEach(async () => {
    folder = await tempFolder();
    const database = await openEmbedded(join(folder.path, 'data'));
    const { cases, people } = await openStore(database, 'sandbox');
    for (const person of [aPerson('asker', { name: 'Mette Krogh' }), anAgent('agent', { name: 'Bo Skov' })])
      await people.add(person);
    for (const number of [1, 2, 3]) await cases.add(corrected(number));
    await cases.add(corrected(4, { labelled: {}, events: [] }));
    await database.close();
  });
  afterEach(() => folder.remove());

  it('prints what was corrected in the form of the file, without names and without leading to a case', async () => {
    const examples = await printed();
    assert.deepEqual(examples.map(({ text }) => text).sort(), [
      'Ingen hører efter på mødet.',
      'Må vi låne salen ud?',
      '[navn] vil have penge til taget.',
    ]);
    const out = await run();
    for (const word of ['secret', 'Mette', 'Bo Skov', 'asker', 'agent']) assert.ok(!out.includes(word), word);
    assert.deepEqual(await printed(), examples, 'the same ids again');
    assert.deepEqual(readdirSync(folder.path), ['data'], 'nothing is made');
  });

  it('adds the approved ones to the file, and prints them no more', async () => {
    const [first, second, third] = await printed();
    assert.ok(first !== undefined && second !== undefined && third !== undefined);
    const own = '{"id":"own","text":"Vores egen.","principles":["bygger-bro"],"topics":["tvaergaaende"]}';
    writeFileSync(file(), own);
    assert.match(await run('--approve', `${first.id}, ${third.id}`), /^2 examples were added/);
    assert.equal(readFileSync(file(), 'utf8'), `${own}\n${JSON.stringify(first)}\n${JSON.stringify(third)}\n`);
    assert.deepEqual(await printed(), [second]);
    assert.match(await run('--approve', second.id), /^1 example was added/);
    assert.deepEqual(
      readOwnExamples(SHIPPED, pathToFileURL(`${folder.path}/`)).map(({ id }) => id),
      ['own', first.id, third.id, second.id],
    );
    assert.deepEqual(readdirSync(folder.path).sort(), ['data', 'examples.ndjson'], 'no draft is left');
  });

  it('adds them to CONTENT_DIR where there is one, and reads the older file, too', async () => {
    const [first, second] = await printed();
    assert.ok(first !== undefined && second !== undefined);
    const contentDir = join(folder.path, 'eget');
    mkdirSync(contentDir);
    await run('--approve', first.id);
    const there = { CONTENT_DIR: contentDir };
    const said = await run('--approve', second.id, there);
    assert.ok(said.includes(`added to ${join(contentDir, 'examples.ndjson')}`), said);
    assert.equal(readFileSync(join(contentDir, 'examples.ndjson'), 'utf8'), `${JSON.stringify(second)}\n`);
    await assert.rejects(run('--approve', first.id, there), /stand twice/);
    const sources = { contentDir, organisationFile: null };
    const own = readOwnExamples(sources, pathToFileURL(`${folder.path}/`));
    assert.deepEqual(own, [first, second]);
  });

  it('refuses what it does not know and what would stand twice, and then adds nothing', async () => {
    const [first] = await printed();
    assert.ok(first !== undefined);
    await assert.rejects(run('--approve', `${first.id},e00000000000`), /no example e00000000000\. Nothing was added/);
    await assert.rejects(run('--approve', `${first.id},${first.id}`), /stand twice/);
    assert.throws(() => readFileSync(file()), /ENOENT/);
    await run('--approve', first.id);
    await assert.rejects(run('--approve', first.id), /stand twice/);
    for (const args of [
      ['--aprove', 'x'],
      ['x'],
      ['--approve'],
      ['--approve', ''],
      ['--approve', 'a,,b'],
      ['--approve', 'a', 'b'],
    ])
      assert.equal((await runHere(['examples', ...args])).code, 2, args.join(' '));
  });

  it('leaves out the cases of somebody who has asked to be forgotten', async () => {
    const database = await openEmbedded(join(folder.path, 'data'));
    const { people } = await openStore(database, 'sandbox');
    assert.ok(await people.markForErasure(ASKER, personId('nobody-1'), TUESDAY));
    await database.close();
    assert.deepEqual(await printed(), []);
  });

  it('names the row of a faulty file, and leaves it alone', async () => {
    const [first] = await printed();
    const faulty = '{"id":"a","text":"x","principles":["ukendt"],"topics":["oekonomi"]}\n';
    writeFileSync(file(), faulty);
    await assert.rejects(run('--approve', first?.id ?? ''), {
      name: 'ContentFault',
      message: /^content\/examples\.ndjson, line 1, row 1 \("id": "a"\).*Write one of/,
    });
    assert.equal(readFileSync(file(), 'utf8'), faulty);
  });

  it('needs the key that the ids are made with, where the store keeps none', async () => {
    await assert.rejects(
      createExamples(pathToFileURL(`${folder.path}/`))(
        { args: [], options: {} },
        { DATA_DIR: join(folder.path, 'data') },
        aTerminal().terminal,
      ),
      /ANONYMITY_KEY/,
    );
  });
});
