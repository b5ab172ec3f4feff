import assert from 'node:assert/strict';
import { coAgentOf } from '../../bot/cases/invitations.ts';
import type { CaseId } from '../../bot/ids.ts';
import { runJob } from '../../jobs/jobs.ts';
import { DeliveryError } from '../../outbox/delivery-error.ts';
import { asker, bo, karen, openAcceptedCase } from '../support/fixtures/accepted-case.ts';
import { pressNewest, say, type TestBot } from '../support/fixtures/bot-on-store.ts';
import { TUESDAY } from '../support/fixtures/builders.ts';

const REASON = 'Karen kender fjorden.';

describe('a colleague who is invited, and then', () => {
  let setup: TestBot;
  let id: CaseId;
  beforeEach(async () => {
    ({ setup, id } = await openAcceptedCase());
  });
  afterEach(() => setup.close());

  const theCase = async () => (await setup.store.cases.get(id)) ?? assert.fail('no case');
  const latest = async () => (await theCase()).invitations?.at(-1) ?? assert.fail('nobody was invited');
  const handOver = async () => {
    await pressNewest(setup, bo, 'hand-over', { agent: 'karen', reason: REASON });
    await pressNewest(setup, asker, 'answer-hand-over', { show: 'all' });
  };
  const help = async () => {
    await pressNewest(setup, bo, 'invite-co-agent', { agent: 'karen' });
    await pressNewest(setup, asker, 'answer-invitation', { show: 'all' });
    await pressNewest(setup, karen, 'accept-co-agent');
    await pressNewest(setup, karen, 'note-to-agent', { text: 'Husk planloven.' });
  };
  const newestOf = (person: typeof bo) => setup.chatOf(person).at(-1)?.notice;
  const forget = async () => {
    await say(setup, karen, 'slet mig');
    await setup.bot.press({ from: karen, message: 'm', verb: 'forget-me', data: { asked: TUESDAY.toISOString() } });
    await setup.sender.flush();
    await runJob('forget', setup.deps);
    await setup.sender.flush();
  };

  it('cannot be reached: the case stays with its agent at once', async () => {
    setup.trouble = (to) => {
      if (to._id === karen._id) throw new DeliveryError('unreachable', 'blocked');
    };
    await handOver();
    assert.deepEqual([(await latest()).state, (await theCase()).agent], ['over', bo._id]);
    const notice = newestOf(bo);
    assert.ok(notice?.kind === 'case' && notice.why === 'stays-with-you');
  });

  it('leaves: the case stays, and who helped helps no more', async () => {
    await handOver();
    await setup.store.people.change(karen._id, { left: TUESDAY, leaving: true, roles: [] });
    await runJob('leavers', setup.deps);
    assert.deepEqual([(await latest()).state, (await theCase()).agent], ['over', bo._id]);
    assert.equal((await setup.store.people.get(karen._id))?.leaving, false, 'nothing of theirs is left to release');
  });

  it('is forgotten while they help: nothing names them, and no note can be written', async () => {
    await help();
    assert.equal(coAgentOf(await theCase()), karen._id);
    await forget();
    const c = await theCase();
    assert.equal(coAgentOf(c), null);
    assert.ok(!JSON.stringify(c).includes('"karen"'), JSON.stringify(c));
    await assert.rejects(pressNewest(setup, bo, 'note-to-agent', { text: 'Er du der?' }), { code: 'no-co-agent' });
  });

  it('is forgotten while they are asked: the case stays with its agent', async () => {
    await handOver();
    await forget();
    const c = await theCase();
    assert.deepEqual([c.agent, c.invitations?.at(-1)?.state], [bo._id, 'over']);
    assert.ok(!JSON.stringify(c).includes('"karen"'));
  });

  it('is found in the store by every list that concerns them', async () => {
    const { cases } = setup.store;
    const lists = async () =>
      Promise.all([cases.of(karen._id, 9), cases.heldBy(karen._id), cases.naming(karen._id)]).then((found) =>
        found.map((list) => list.length),
      );
    assert.deepEqual(await lists(), [0, 0, 0]);
    await handOver();
    assert.deepEqual(await lists(), [1, 1, 1]);
    await pressNewest(setup, karen, 'decline-case', { reason: 'not-today' });
    assert.deepEqual((await lists())[1], 0);
    assert.equal((await lists())[2], 1);
  });

  it('sees the question in the overview, and no trace of one before the asker has answered', async () => {
    const overview = async () => {
      await say(setup, karen, 'overblik');
      const notice = newestOf(karen);
      return notice?.kind === 'agent-overview' ? [notice.offers.length, notice.load] : assert.fail('no overview');
    };
    await pressNewest(setup, bo, 'hand-over', { agent: 'karen', reason: REASON });
    assert.deepEqual(await overview(), [0, 0]);
    await pressNewest(setup, asker, 'answer-hand-over', { show: 'all' });
    assert.deepEqual(await overview(), [1, 1]);
  });
});
