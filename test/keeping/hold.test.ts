import assert from 'node:assert/strict';
import type { GoneCase } from '../../bot/cases/gone-case.ts';
import { peopleIn } from '../../bot/cases/replace-person.ts';
import { holdCase, releaseCase } from '../../bot/keeping/hold-case.ts';
import { runJob } from '../../jobs/jobs.ts';
import { filesWith } from '../support/assertions/files-with.ts';
import { ask, openTestBot, pressNewest, say, type TestBot } from '../support/fixtures/bot-on-store.ts';
import { anAgent, aPerson, aStory, masked } from '../support/fixtures/builders.ts';

const mette = aPerson('mette', { name: 'Xanthippe Kaleidoskop' });
const karen = anAgent('karen', { name: 'Karen Skov' });
const WORDS = 'Hvordan plejer vi zebrafinkerne i springvandet på torvet?';

describe('a legal hold', () => {
  let setup: TestBot;
  beforeEach(async () => {
    setup = await openTestBot([mette, karen]);
  });
  afterEach(() => setup.close());

  const ports = () => ({ cases: setup.store.cases, heldCases: setup.store.goneCases });
  const hold = (number: number) => holdCase(number, { at: setup.now, reason: masked('Aktindsigt') }, ports());
  const askToForget = async (): Promise<void> => {
    await say(setup, mette, 'slet mig');
    const { notice, id } = setup.chatOf(mette).at(-1) ?? assert.fail();
    assert.ok(notice.kind === 'forget-me');
    assert.equal(notice.held, 1);
    await setup.bot.press({ from: mette, message: id, verb: 'forget-me', data: { asked: notice.asked.toISOString() } });
    await setup.sender.flush();
    assert.deepEqual(setup.chatOf(mette).at(-1)?.notice, { kind: 'forgotten', held: 1 });
    assert.deepEqual(await runJob('forget', setup.deps), { forgotten: 1 });
  };

  it('keeps the words and the name of somebody who is forgotten, until it is released', async () => {
    const id = await ask(setup, mette, WORDS);
    assert.equal(await hold(1), 'held');
    assert.equal(await hold(1), 'held-already');
    assert.equal(await hold(2), 'no-case');
    await askToForget();
    assert.equal(await setup.store.people.get(mette._id), null);
    const c = (await setup.store.cases.get(id)) ?? assert.fail();
    assert.equal(c.text, WORDS);
    assert.equal(c.state, 'withdrawn', 'nobody is asked about it any more');
    assert.notEqual(c.asker, mette._id);
    assert.deepEqual(c.hold?.erased, [{ nobody: c.asker, name: mette.name }]);
    assert.deepEqual(await filesWith(setup, mette.name), ['cases.db']);
    assert.deepEqual(await releaseCase(1, ports()), { did: 'released', erased: 1 });
    await setup.deps.leftovers.purge();
    for (const text of [mette.name, WORDS]) assert.deepEqual(await filesWith(setup, text), [], text);
    assert.deepEqual(await releaseCase(1, ports()), { did: 'not-held' });
    assert.deepEqual(await releaseCase(9, ports()), { did: 'no-case' });
  });

  it('keeps a case whose time is over, and retention takes it once it is released', async () => {
    const id = await ask(setup, mette, WORDS);
    await pressNewest(setup, mette, 'withdraw-case');
    await hold(1);
    setup.now = new Date(setup.now.getTime() + 400 * 86_400_000);
    await runJob('retention', setup.deps, 'hand');
    assert.equal((await setup.store.cases.get(id))?.text, WORDS);
    assert.deepEqual(await setup.store.expired.counts.countStaying(setup.now), { held: 1, uncounted: 0 });
    await releaseCase(1, ports());
    assert.equal((await runJob('retention', setup.deps, 'hand'))['cases-ended'], 1);
    assert.deepEqual(await filesWith(setup, WORDS), []);
  });

  it('that comes while a case is being taken out keeps the words of its story, too, until that goes with it', async () => {
    const id = await ask(setup, mette, WORDS);
    await pressNewest(setup, mette, 'withdraw-case');
    const { stories, goneCases } = setup.store;
    await stories.add(aStory({ case: id, teller: mette._id, agent: karen._id, text: masked(WORDS), owes: [] }));
    setup.now = new Date(setup.now.getTime() + 400 * 86_400_000);
    await runJob('rollups', setup.deps);
    const noteGone = async (gone: GoneCase): Promise<void> => {
      await goneCases.noteGone(gone);
      await hold(1);
    };
    await runJob('retention', { ...setup.deps, expiredCases: { ...goneCases, noteGone } }, 'hand');
    assert.equal((await setup.store.cases.get(id))?.text, WORDS);
    assert.equal((await stories.ofCase(id))?.text, WORDS);
    await releaseCase(1, ports());
    assert.equal((await runJob('retention', setup.deps, 'hand'))['cases-ended'], 1);
    assert.equal((await stories.ofCase(id))?.text, '');
    assert.deepEqual(await filesWith(setup, WORDS), []);
  });

  it('that comes while a case is being taken out wins, and so does a case that changes meanwhile', async () => {
    const id = await ask(setup, mette, WORDS);
    await pressNewest(setup, mette, 'withdraw-case');
    await runJob('rollups', setup.deps);
    const { rev } = (await setup.store.cases.get(id)) ?? assert.fail();
    await hold(1);
    for (const at of [rev, rev + 1]) assert.equal(await setup.store.goneCases.remove(id, at), false);
    const held = (await setup.store.cases.get(id)) ?? assert.fail();
    assert.ok(held.hold !== undefined);
    assert.equal(await setup.store.goneCases.hold(id, rev, held.hold), false);
    assert.equal(await setup.store.goneCases.release(id, rev, peopleIn(held)), false);
  });
});
