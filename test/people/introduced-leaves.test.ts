import assert from 'node:assert/strict';
import type { Case } from '../../bot/cases/case.ts';
import type { CaseId } from '../../bot/ids.ts';
import { runJob } from '../../jobs/jobs.ts';
import { ask, openTestBot, pressNewest, type TestBot } from '../support/fixtures/bot-on-store.ts';
import { anAgent, aPerson } from '../support/fixtures/builders.ts';

const mette = aPerson('mette');
const bo = anAgent('bo');
const bente = aPerson('bente');
const admin = aPerson('adam', { roles: ['admin'] });

describe('an introduction, when somebody in it is erased or leaves,', () => {
  let setup: TestBot;
  let id: CaseId;
  beforeEach(async () => {
    setup = await openTestBot([mette, bo, bente, admin]);
    id = await ask(setup, mette);
    await pressNewest(setup, bo, 'accept-case');
    await pressNewest(setup, bo, 'request-introduction', { person: bente._id, text: 'Bente har nøglen.' });
    await pressNewest(setup, mette, 'accept-introduction');
  });
  afterEach(() => setup.close());

  const theCase = async (): Promise<Case> => (await setup.store.cases.get(id)) ?? assert.fail('the case is gone');
  const stands = async () => (await theCase()).introductions?.map(({ state }) => state);
  const forget = async (who: typeof mette) => {
    const asked = setup.now.toISOString();
    await setup.bot.press({ from: who, message: 'm', verb: 'forget-me', data: { asked } });
    await setup.sender.flush();
    for (const _ of ['the goodbye', 'the rest']) await runJob('forget', setup.deps);
    await setup.sender.flush();
  };

  it('does not come off once the colleague is erased, and the case names her nowhere', async () => {
    await forget(bente);
    assert.deepEqual(await stands(), ['lapsed']);
    assert.doesNotMatch(JSON.stringify(await theCase()), /bente|nøglen/iu);
    assert.deepEqual([(await theCase()).state, (await theCase()).agent], ['active', bo._id], 'the case goes on');
  });

  it('ends with its asker, whom it then names nowhere', async () => {
    await pressNewest(setup, bente, 'accept-introduction');
    assert.deepEqual(await stands(), ['made']);
    await forget(mette);
    assert.doesNotMatch(JSON.stringify(await theCase()), /mette/iu);
  });

  it('is called off when its agent is erased', async () => {
    await forget(bo);
    assert.deepEqual(await stands(), ['ended']);
    assert.ok((await theCase()).introductions?.every(({ by }) => by !== bo._id));
  });

  it('does not come off once the colleague has left', async () => {
    await setup.store.people.change(bente._id, { left: setup.now, leaving: true });
    await runJob('leavers', setup.deps);
    assert.deepEqual(await stands(), ['lapsed']);
    assert.equal((await setup.store.people.get(bente._id))?.leaving, false, 'nothing is left to do for her');
  });
});
