import assert from 'node:assert/strict';
import { createBot } from '../../bot/conversation/bot.ts';
import { type CaseId, personId } from '../../bot/ids.ts';
import { Refusal } from '../../bot/refusal.ts';
import { DAY } from '../../bot/time/units.ts';
import { runJob } from '../../jobs/jobs.ts';
import { JOB_NAMES, type JobName } from '../../jobs/names.ts';
import { ask, openTestBot, pressNewest, say, type TestBot } from '../support/fixtures/bot-on-store.ts';
import { anAgent, aPerson, TUESDAY } from '../support/fixtures/builders.ts';
import { newest } from './support.ts';

const mette = aPerson('mette');
const bo = anAgent('bo');
const eva = anAgent('eva');
const admin = aPerson('adam', { roles: ['admin'] });
const EVERYBODY = [mette, bo, eva, admin];

describe('what somebody asked, once they said yes to being erased', () => {
  let setup: TestBot;
  beforeEach(async () => {
    setup = await openTestBot(EVERYBODY);
  });
  afterEach(() => setup.close());

  const yes = async () => {
    await setup.bot.press({
      from: mette,
      message: 'm',
      verb: 'forget-me',
      data: { asked: setup.now.toISOString() },
    });
    await setup.sender.flush();
  };
  const stateOf = async (id: CaseId) => (await setup.store.cases.get(id))?.state;
  const holder = async (id: CaseId) => {
    const offered = (await setup.store.cases.get(id))?.offers.at(-1)?.agent;
    return [bo, eva].find(({ _id }) => _id === offered) ?? assert.fail('nobody was asked');
  };
  const refused = (press: Promise<unknown>) =>
    assert.rejects(press, (error) => error instanceof Refusal && error.code === 'withdrawn');
  /** Days go by without the job that erases; returns what the other jobs did. */
  const daysGoBy = async () => {
    const did: string[] = [];
    for (let hours = 1; hours <= 24 * 21; hours += 12) {
      setup.now = new Date(TUESDAY.getTime() + hours * 3_600_000);
      for (const name of JOB_NAMES.filter((job: JobName) => !['forget', 'rollups', 'weekly-nudge'].includes(job))) {
        for (const [what, count] of Object.entries(await runJob(name, setup.deps))) if (count > 0) did.push(what);
      }
      await setup.sender.flush();
    }
    return did;
  };
  const posts = () => setup.posted.length;

  it('is withdrawn at once: whoever was asked can no longer take it, and sees that', async () => {
    const id = await ask(setup, mette);
    const asked = await holder(id);
    await yes();
    assert.equal(await stateOf(id), 'withdrawn');
    const card = newest(setup, asked);
    assert.ok(card?.kind === 'case' && card.view.viewer === 'past');
    await refused(pressNewest(setup, asked, 'accept-case', { text: 'Jeg tager den' }));
    await refused(pressNewest(setup, asked, 'decline-case', { reason: 'not-today' }));
  });

  it('pings nobody while the job has not run: no offer, no list, no human, no question', async () => {
    const waiting = await ask(setup, mette);
    await pressNewest(setup, await holder(waiting), 'decline-case', { reason: 'not-today' });
    await say(setup, mette, 'Må vi låne gymnastiksalen ud om aftenen til foreningen?');
    await yes();
    const before = posts();
    assert.deepEqual(await daysGoBy(), []);
    assert.equal(posts(), before);
    assert.deepEqual(await setup.store.cases.shared(), []);
  });

  it('reaches nobody next morning when it was asked in the evening', async () => {
    setup.now = new Date(TUESDAY.getTime() + 9 * 3_600_000);
    const id = await ask(setup, mette);
    await holder(id);
    await yes();
    setup.now = new Date(TUESDAY.getTime() + DAY);
    await setup.sender.flush();
    assert.deepEqual([...setup.chatOf(bo), ...setup.chatOf(eva)], []);
  });

  it('leaves the common list at once', async () => {
    const id = await ask(setup, mette);
    for (let n = 0; n < 2; n++) await pressNewest(setup, await holder(id), 'decline-case', { reason: 'not-today' });
    await pressNewest(setup, mette, 'share-with-all', { share: 'yes' });
    assert.equal((await setup.store.cases.shared()).length, 1);
    await yes();
    assert.deepEqual(await setup.store.cases.shared(), []);
    const before = posts();
    await daysGoBy();
    assert.equal(posts(), before);
  });

  it('ends also with the agent who has it; an answered case closes, and no follow-up comes', async () => {
    const active = await ask(setup, mette);
    const first = await holder(active);
    await pressNewest(setup, first, 'accept-case');
    const answered = await ask(setup, mette, 'Må vi låne gymnastiksalen ud om aftenen til foreningen?');
    const second = await holder(answered);
    await pressNewest(setup, second, 'accept-case');
    await setup.bot.press({
      from: second,
      message: 'x',
      verb: 'answer-case',
      data: { case: answered, text: 'Inviter dem på kaffe.', outcome: 'advice' },
    });
    await setup.sender.flush();
    await yes();
    assert.deepEqual([await stateOf(active), await stateOf(answered)], ['withdrawn', 'closed']);
    const before = posts();
    await daysGoBy();
    assert.equal(posts(), before);
  });

  it('is thrown away when it was not sent, and its writer is not reminded', async () => {
    await say(setup, mette, 'Må vi låne gymnastiksalen ud om aftenen til foreningen?');
    await yes();
    const [draft] = await setup.store.drafts.of(mette._id);
    assert.deepEqual([draft?.state, draft?.text, draft?.lines], ['discarded', '', []]);
    assert.deepEqual(await daysGoBy(), []);
  });

  describe('when the process dies right after the yes was stored', () => {
    const died = () => setup.store.people.markForErasure(mette._id, personId('g-1'), setup.now);

    it('is refused to the agent who presses first, and ends', async () => {
      const id = await ask(setup, mette);
      const asked = await holder(id);
      await died();
      await refused(pressNewest(setup, asked, 'accept-case'));
      assert.equal(await stateOf(id), 'withdrawn');
    });

    it('ends when its time comes, instead of going on to another agent', async () => {
      const id = await ask(setup, mette);
      await died();
      const before = posts();
      setup.now = new Date(TUESDAY.getTime() + DAY);
      await runJob('offers', setup.deps);
      await setup.sender.flush();
      assert.equal(await stateOf(id), 'withdrawn');
      assert.equal(posts(), before);
    });
  });

  it('is withdrawn also when it was being sent at that moment', async () => {
    await say(setup, mette, 'Hvordan får jeg naboerne med fra starten?');
    const card = setup.chatOf(mette).at(-1);
    assert.ok(card?.notice.kind === 'draft');
    const { cases } = setup.deps;
    const late = createBot({
      ...setup.deps,
      cases: {
        ...cases,
        add: async (opened) => {
          await yes();
          return cases.add(opened);
        },
      },
    });
    const data = { draft: card.notice.view.id, anonymous: 'no' };
    await late.press({ from: mette, message: card.id, verb: 'submit-dilemma', data });
    assert.equal(await stateOf(card.notice.view.id), 'withdrawn');
  });

  it('ends at once, too, when an admin erases somebody who has left', async () => {
    const id = await ask(setup, mette);
    const asked = await holder(id);
    for (const verb of ['mark-left', 'forget-colleague'])
      await setup.bot.press({ from: admin, message: verb, verb, data: { person: mette._id } });
    await setup.sender.flush();
    assert.equal(await stateOf(id), 'withdrawn');
    await refused(pressNewest(setup, asked, 'accept-case'));
  });
});
