import assert from 'node:assert/strict';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { openEmbedded } from '../../adapters/store/embedded/open-embedded.ts';
import { readErasures } from '../../adapters/store/erasures.ts';
import { openStore, type Store } from '../../app/open-store.ts';
import { personId } from '../../bot/ids.ts';
import { aCase, aPerson, TUESDAY } from '../support/fixtures/builders.ts';
import { runHere } from '../support/processes/command-here.ts';
import { tempFolder } from '../support/processes/temp-folder.ts';

const SECRETS = { SECRET: 's3cret'.repeat(6), ANONYMITY_KEY: 'k3y'.repeat(12) };
const GONE = personId('gone');

describe('backup and restore', () => {
  let temp: { path: string; remove(): Promise<void> };
  let data: string;
  let file: string;
  const run = (args: readonly string[], env: object = {}) =>
    runHere(args, { DATA_DIR: data, MONGODB_URI: '', SANDBOX: 'on', ...env });
  const inStore = async <T>(work: (store: Store) => Promise<T>, kind: 'sandbox' | 'real' = 'sandbox'): Promise<T> => {
    const database = await openEmbedded(data);
    const secrets = { secret: SECRETS.SECRET, secretPrevious: null, anonymityKey: SECRETS.ANONYMITY_KEY };
    try {
      return await work(await openStore(database, kind, [], kind === 'real' ? secrets : undefined));
    } finally {
      await database.close();
    }
  };
  const toRepeat = async ({ erasures }: Store) => (await erasures.toRepeat([GONE])).people;
  const names = () => inStore(async ({ people }) => (await people.all()).map(({ _id }) => _id));

  beforeEach(async () => {
    temp = await tempFolder();
    data = join(temp.path, 'data');
    file = join(temp.path, 'b.gz');
    await inStore(async ({ people, cases }) => {
      for (const name of ['gone', 'stays']) await people.add(aPerson(name));
      await cases.add(aCase('active'));
    });
    const { code, out } = await run(['backup', file]);
    assert.equal(code, 0);
    assert.match(out, /holds 2 people, 1 case and \d+ other documents of 20/);
  });
  afterEach(() => temp.remove());

  it('bring back what was there, and remember who was erased since', async () => {
    await inStore(async ({ people, erasures }) => {
      await people.remove(GONE);
      await erasures.note([GONE], TUESDAY);
      await people.add(aPerson('later'));
    });
    const refused = await run(['restore', file]);
    assert.equal(refused.code, 1);
    assert.match(refused.err, /holds a store already, with 1 case\. Nothing was changed\. With --replace/);
    assert.deepEqual(await names(), ['later', 'stays']);

    await rm(join(data, 'access-log'), { recursive: true });
    await writeFile(join(data, 'access-log'), 'no folder, so no line can be left in it');
    const unnoted = await run(['restore', file, '--replace']);
    assert.deepEqual([unnoted.code, await names()], [1, ['later', 'stays']], 'unnoted, it does not happen');
    await rm(join(data, 'access-log'));

    const { code, out } = await run(['restore', file, '--replace']);
    assert.equal(code, 0);
    assert.match(out, /^1 id was erased since\. Whoever had it is erased again at the start/m);
    assert.deepEqual(await names(), ['gone', 'stays'], 'the next start erases them');
    assert.deepEqual(await inStore(toRepeat), [GONE]);
    assert.ok((await readdir(data)).every((name) => name.endsWith('.db') || name === 'access-log'));
    assert.match((await run(['audit'])).out, / restore +kommandolinjen \(/u);
  });

  it('keep the register also when the store that is replaced is damaged', async () => {
    await inStore(({ erasures }) => erasures.note([GONE], TUESDAY));
    for (const name of ['cases', 'erasures']) await writeFile(join(data, `${name}.db`), 'torn\n', { flag: 'a' });
    const { code, err } = await run(['restore', file, '--replace']);
    assert.equal(code, 0, err);
    assert.deepEqual(await inStore(toRepeat), [GONE]);
  });

  it('restore into a folder that is not there; a bad file leaves none', async () => {
    const empty = { DATA_DIR: join(temp.path, 'empty') };
    await writeFile(`${file}.bad`, (await readFile(file)).subarray(0, 200));
    const bad = await run(['restore', `${file}.bad`], empty);
    assert.deepEqual([bad.code, bad.out], [1, '']);
    assert.match(bad.err, /is damaged: it ends too early\. Nothing was changed/);
    assert.deepEqual((await readdir(temp.path)).sort(), ['b.gz', 'b.gz.bad', 'data']);
    const { code, out } = await run(['restore', file], empty);
    assert.equal(code, 0);
    assert.match(
      out,
      /holds 2 people, 1 case .*\nNobody that the register of the former store knows was erased since\./,
    );
  });

  it('refuse while another process has the store, what is not theirs, and say on MongoDB what to use', async () => {
    const database = await openEmbedded(data);
    const inUse = await run(['restore', file, '--replace']);
    await database.close();
    assert.match(inUse.err, /^Another Sammen uses /);
    const [head = '', ...lines] = gunzipSync(await readFile(file))
      .toString()
      .split('\n');
    const newer = gzipSync([JSON.stringify({ ...JSON.parse(head), version: 999 }), ...lines].join('\n'));
    await writeFile(`${file}.newer`, newer);
    for (const [args, env, code, said] of [
      [['restore', `${file}.newer`, '--replace'], {}, 1, /made by a newer version of Sammen\. Nothing was changed/],
      [
        ['restore', file, '--replace'],
        { SANDBOX: 'off' },
        1,
        /holds the store of a sandbox .*settings are those of a real/,
      ],
      [
        ['restore', file],
        { SANDBOX: 'off', DATA_DIR: join(temp.path, 'new') },
        1,
        /is the backup of a sandbox with made-up/,
      ],
      [['backup', join(data, 'b.gz')], {}, 2, /lies in DATA_DIR\. Give a path outside/],
      [['backup', file], {}, 1, /is there already, and was left as it is/],
      [['backup', file], { MONGODB_URI: 'mongodb://127.0.0.1:1/x' }, 2, /^On MongoDB the backup is mongodump's/],
      [['restore', file], { MONGODB_URI: 'mongodb://127.0.0.1:1/x' }, 2, /^On MongoDB mongorestore restores/],
    ] as const) {
      const ended = await run(args, env);
      assert.equal(ended.code, code, ended.err);
      assert.match(ended.err, said);
    }
    assert.deepEqual(await names(), ['gone', 'stays']);
  });

  it('find out before anything is changed that SECRET is another one', async () => {
    data = join(temp.path, 'real');
    await inStore(({ people }) => people.add(aPerson('mette')), 'real');
    const env = { SANDBOX: 'off', ...SECRETS };
    const made = await run(['backup', `${file}.real`], env);
    assert.match(made.out, /It is of use only with SECRET and ANONYMITY_KEY; keep those apart from it\./);
    assert.ok(
      !gunzipSync(await readFile(`${file}.real`))
        .toString()
        .includes(SECRETS.SECRET),
    );
    const before = await readFile(join(data, 'people.db'), 'utf8');
    const other = await run(['restore', `${file}.real`, '--replace'], { ...env, SECRET: 'other!'.repeat(6) });
    assert.equal(other.code, 1);
    assert.match(other.err, /neither SECRET nor SECRET_PREVIOUS opens the key/);
    assert.equal(await readFile(join(data, 'people.db'), 'utf8'), before);
    assert.equal((await run(['restore', `${file}.real`, '--replace'], env)).code, 0);
  });

  it('on a database that is restored by other means, the register goes out as a file and comes back', async () => {
    const register = join(temp.path, 'erasures.ndjson');
    await mkdir(join(temp.path, 'dump'));
    await cp(data, join(temp.path, 'dump'), { recursive: true });
    await inStore(({ erasures }) => erasures.note([GONE], TUESDAY));
    for (let nights = 0; nights < 2; nights++) {
      const { out } = await run(['export-erasures', register]);
      assert.match(out, /holds 1 erased id, and names nobody\./);
    }
    data = join(temp.path, 'dump');
    const tooEarly = await run(['export-erasures', register]);
    assert.match(tooEarly.err, /holds 1 erased id that this store does not know.*It was left as it is/);
    const theBackup = await run(['export-erasures', file]);
    assert.match(theBackup.err, /is there already, and is no whole register of erasures\. It was left as it is/);
    assert.deepEqual([tooEarly.code, theBackup.code], [1, 1]);
    assert.equal((await readFile(file)).subarray(0, 2).toString('hex'), '1f8b');
    const text = await readFile(register, 'utf8');
    for (const [bad, said] of [
      ['hello', /is no register of erasures\. Nothing was changed/],
      [text.split('\n')[0] ?? '', /is damaged: it says that it holds 1 erased ids/],
    ] as const) {
      await writeFile(`${register}.bad`, bad);
      const ended = await run(['repeat-erasures', `${register}.bad`]);
      assert.equal(ended.code, 1);
      assert.match(ended.err, said);
    }
    assert.match((await run(['repeat-erasures', register])).out, /^1 of 1 erased ids are new to this store/);
    assert.deepEqual(await inStore(toRepeat), [GONE]);
    assert.match((await run(['repeat-erasures', register])).out, /^The store knows all of these erasures/);
    assert.match((await run(['export-erasures', register])).out, /holds 1 erased id, and names nobody\./);
    const database = await openEmbedded(data);
    assert.equal((await readErasures(database)).length, 1);
    await database.close();
  });
});
