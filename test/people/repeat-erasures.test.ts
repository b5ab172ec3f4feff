import assert from 'node:assert/strict';
import { addErasures, readErasures } from '../../adapters/store/erasures.ts';
import type { Person } from '../../bot/people/person.ts';
import { runJob } from '../../jobs/jobs.ts';
import { ask, dumpStore, openTestBot, pressNewest, say, type TestBot } from '../support/fixtures/bot-on-store.ts';
import { anAgent, aPerson } from '../support/fixtures/builders.ts';
import { type Account, link, meet } from './support.ts';

const teams: Account = { platform: 'teams', id: 't-mette', name: 'Mette Krogh' };
const slack: Account = { platform: 'slack', id: 's-mette', name: 'mette' };
const bo = anAgent('bo');
const kim = aPerson('kim');

describe('the register of erasures', () => {
  let setup: TestBot;
  beforeEach(async () => {
    setup = await openTestBot([bo, kim]);
  });
  afterEach(() => setup.close());

  let presses = 0;
  const yes = async (person: Person): Promise<void> => {
    const asked = { asked: setup.now.toISOString() };
    await setup.bot.press({ from: person, message: `m${++presses}`, verb: 'forget-me', data: asked });
    await setup.sender.flush();
  };
  const forget = () => runJob('forget', setup.deps);
  const registered = () => readErasures(setup.database);
  const now = ({ _id }: Person) => setup.store.people.get(_id);
  const linked = async (): Promise<Person> => {
    await meet(setup, teams);
    const both = await link(setup, teams, slack);
    for (let twice = 0; twice < 2; twice++) await runJob('links', setup.deps);
    return (await now(both)) ?? assert.fail();
  };

  it('has everybody from their yes on, under each id they had, and names nobody', async () => {
    const both = await linked();
    await yes(both);
    assert.equal((await registered()).length, 2, 'the account that was merged into theirs, too');
    assert.deepEqual(await forget(), { forgotten: 1 });
    assert.equal((await registered()).length, 2, 'once, however often it is noted');
    const texts = [...(await dumpStore(setup.database))].filter(([name]) => name.startsWith('erasures '));
    assert.equal(texts.length, 2);
    for (const [, text] of texts) assert.doesNotMatch(text, new RegExp(`${both._id}|[ts]-mette|Mette|20\\d\\d-`));
  });

  it('lets a store that was restored erase again who was erased later, with what they asked, and nobody else', async () => {
    const both = await linked();
    await yes(both);
    await forget();
    const later = await registered();
    await setup.close();

    // As the backup had it: the same key of ids gives the same people.
    setup = await openTestBot([bo, kim]);
    const restored = await linked();
    const id = await ask(setup, restored);
    await pressNewest(setup, bo, 'accept-case');
    await say(setup, restored, 'Skaterne vil selv bygge en rampe.');
    assert.notEqual(restored._id, both._id, 'this test store has a key of its own');
    const { seal } = setup.store;
    const who = seal(JSON.stringify(['erased', restored._id]));
    assert.deepEqual(await forget(), { forgotten: 0 });
    const others = [...later, { _id: 'of-a-later-day', who }];
    assert.equal(await addErasures(setup.database, others), 3);
    assert.equal(await addErasures(setup.database, others), 0, 'once');
    const chat = setup.posted.length;
    assert.deepEqual(await forget(), { forgotten: 1 });
    await setup.sender.flush();
    assert.equal(await now(restored), null);
    assert.deepEqual(
      setup.posted.slice(chat).filter(({ to }) => to === restored._id),
      [],
      'they said their goodbye then',
    );
    assert.equal((await setup.store.cases.get(id))?.state, 'withdrawn');
    assert.notEqual(await now(kim), null);
    assert.equal(await setup.store.erasures.areToRepeat(), false);
  });

  it('leaves alone who came back before the backup was made', async () => {
    const first = await meet(setup, teams);
    await yes(first);
    await forget();
    const register = await registered();
    const back = await meet(setup, teams);
    assert.equal(back._id, first._id);
    // The backup has the register of its day.
    assert.equal(await addErasures(setup.database, register), 0);
    assert.deepEqual(await forget(), { forgotten: 0 });
    assert.notEqual(await now(back), null);
    setup.now = new Date(setup.now.getTime() + 1);
    await yes(back);
    assert.equal((await registered()).length, 2, 'and their second erasure is one of its own');
  });
});
