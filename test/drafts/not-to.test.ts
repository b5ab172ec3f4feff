import assert from 'node:assert/strict';
import type { Case } from '../../bot/cases/case.ts';
import { openTestBot, pressNewest, say, type TestBot } from '../support/fixtures/bot-on-store.ts';
import { anAgent, aPerson } from '../support/fixtures/builders.ts';

const asker = aPerson('asker');
const agents = ['bo', 'eva', 'ib', 'kim', 'liv'].map((id) => anAgent(id, { name: `${id} Prøve` }));
const [bo, eva, ib, kim] = agents;
const TEXT = 'En gruppe naboer vil have en bænk på hjørnet';

describe('an agent whom the asker does not want asked', () => {
  let setup: TestBot;
  beforeEach(async () => {
    setup = await openTestBot([asker, ...agents]);
    await say(setup, asker, TEXT);
    await pressNewest(setup, asker, 'change-draft');
  });
  afterEach(() => setup.close());

  const send = (notTo: unknown) => pressNewest(setup, asker, 'submit-dilemma', { anonymous: 'no', text: TEXT, notTo });
  const theCase = async (): Promise<Case> => (await setup.store.cases.of(asker._id, 9))[0] ?? assert.fail('no case');

  const FORMS: readonly (readonly [what: string, notTo: unknown, stored: readonly string[] | undefined])[] = [
    ['Slack’s list', ['bo', 'eva', 'ib'], ['bo', 'eva', 'ib']],
    ['Teams’ commas', 'bo, eva,ib', ['bo', 'eva', 'ib']],
    ['names that were typed', ' Bo  prøve, EVA Prøve', ['bo', 'eva']],
    ['the same one four times', ['bo', 'bo', 'bo Prøve', 'bo'], ['bo']],
    ['an empty field', '', undefined],
    ['an empty list', [], undefined],
  ];
  for (const [what, notTo, stored] of FORMS) {
    it(`may be named by ${what}`, async () => {
      await send(notTo);
      assert.deepEqual((await theCase()).notTo, stored);
    });
  }

  const REFUSED: readonly (readonly [what: string, notTo: unknown, code: string])[] = [
    ['four of them', ['bo', 'eva', 'ib', 'kim'], 'too-many-agents'],
    ['somebody unknown', ['bo', 'nobody'], 'no-such-agent'],
    ['a colleague who is no agent', 'asker', 'no-such-agent'],
  ];
  for (const [what, notTo, code] of REFUSED) {
    it(`is refused on the field, and nothing is lost: ${what}`, async () => {
      await assert.rejects(send(notTo), { code, field: 'notTo' });
      const [draft] = await setup.store.drafts.of(asker._id);
      assert.deepEqual([draft?.state, draft?.text], ['changing', TEXT]);
      await send(['bo']);
      assert.deepEqual((await theCase()).notTo, ['bo']);
    });
  }

  it('is no name when two agents share it', async () => {
    await setup.store.people.add(anAgent('bo2', { name: 'Bo Prøve' }));
    await assert.rejects(send('Bo Prøve'), { code: 'no-such-agent', field: 'notTo' });
  });

  it('is never asked, not by the list either, and may not claim the case', async () => {
    await send([bo, eva, ib].map((agent) => agent?._id));
    const asked = new Set<string>();
    for (let n = 0; n < 3; n++) {
      const c = await theCase();
      const open = c.offers.find(({ state }) => state === 'open');
      const agent = agents.find(({ _id }) => _id === open?.agent);
      if (agent === undefined) break;
      asked.add(agent._id);
      await pressNewest(setup, agent, 'decline-case', { reason: 'not-today' });
    }
    assert.deepEqual([...asked].sort(), ['kim', 'liv']);
    await pressNewest(setup, asker, 'share-with-all', { share: 'yes' });
    const c = await theCase();
    for (const agent of [bo, eva, ib]) {
      assert.ok(agent !== undefined);
      assert.deepEqual(setup.chatOf(agent), []);
      for (const verb of ['accept-case', 'show-case']) {
        const claim = setup.bot.press({ from: agent, message: 'm', verb, data: { case: c._id } });
        await assert.rejects(claim, { code: 'not-found' });
      }
      await say(setup, agent, `sag ${c.number}`);
      assert.equal(setup.chatOf(agent).at(-1)?.notice.kind, 'case-not-found');
    }
  });

  it('is left out as a substitute, and when another agent is asked later', async () => {
    await setup.store.people.addAbsence(kim?._id ?? asker._id, {
      from: '2026-11-01',
      until: '2026-12-31',
      substitute: bo?._id ?? null,
    });
    await send([bo, eva, ib].map((agent) => agent?._id));
    const first = (await theCase()).offers.map(({ agent }) => agent);
    assert.deepEqual(first, ['liv']);
    const liv = agents[4] ?? assert.fail();
    await pressNewest(setup, liv, 'accept-case', { text: 'Hvem er de?' });
    await pressNewest(setup, liv, 'give-back', { reason: 'not-today' });
    const offers = (await theCase()).offers.map(({ agent }) => agent);
    assert.ok(!offers.some((agent) => [bo, eva, ib].some((left) => left?._id === agent)), offers.join());
  });
});
