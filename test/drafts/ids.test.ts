import assert from 'node:assert/strict';
import { createBot } from '../../bot/conversation/bot.ts';
import { heardAs } from '../../bot/conversation/heard.ts';
import { fingerprint } from '../../bot/fingerprint.ts';
import { sealedCase } from '../../bot/former-ids.ts';
import { caseId, type PersonId } from '../../bot/ids.ts';
import { openTestBot, pressNewest, type TestBot } from '../support/fixtures/bot-on-store.ts';
import { aDraft, anAgent, aPerson, masked, TUESDAY } from '../support/fixtures/builders.ts';

const asker = aPerson('asker');
const agent = anAgent('agent');
const TEXT = 'En gruppe naboer vil have en bænk på hjørnet';
const MESSAGE = { id: 'event 1', from: asker, text: TEXT };

describe('the id of a draft', () => {
  const open: TestBot[] = [];
  const opened = async (): Promise<TestBot> => {
    const setup = await openTestBot([asker, agent]);
    open.push(setup);
    return setup;
  };
  afterEach(async () => {
    for (const setup of open.splice(0)) await setup.close();
  });

  const draftsOf = ({ store }: TestBot) => store.drafts.of(asker._id);
  const heard = fingerprint('heard', MESSAGE.id);

  it('cannot be worked out by somebody who guesses the message and its writer, nor can the case’s', async () => {
    const ids: string[] = [];
    for (const setup of [await opened(), await opened()]) {
      await setup.bot.hear(MESSAGE);
      await setup.sender.flush();
      await pressNewest(setup, asker, 'submit-dilemma', { anonymous: 'yes' });
      const [c] = await setup.store.cases.of(asker._id, 9);
      assert.ok(c !== undefined);
      ids.push(c._id);
      assert.ok(!c._id.includes(heard.slice(0, 6)));
      const shown = JSON.stringify(setup.chatOf(agent));
      for (const trace of [heard, fingerprint(asker._id)]) assert.ok(!shown.includes(trace), trace);
    }
    assert.notEqual(ids[0], ids[1]);
  });

  it('is one when two processes hear the same first message, and what follows joins it', async () => {
    const setup = await opened();
    const processes = [1, 2, 3].map(() => createBot({ ...setup.deps, drafts: { ...setup.deps.drafts } }));
    await Promise.all(processes.map(({ hear }) => hear(MESSAGE)));
    await processes[1]?.hear({ id: 'event 2', from: asker, text: 'men vejafdelingen siger nej' });
    const [draft, ...others] = await draftsOf(setup);
    assert.equal(others.length, 0);
    assert.equal(draft?.text, `${TEXT}\nmen vejafdelingen siger nej`);
  });

  for (const read of ['taking', 'byLine'] as const) {
    it(`stays one, with its words once, when another process hears the message after the read ${read}`, async () => {
      const setup = await opened();
      const { drafts } = setup.deps;
      let beaten = false;
      const beat = async <T>(answer: T): Promise<T> => {
        if (!beaten) {
          beaten = true;
          await setup.bot.hear(MESSAGE);
        }
        return answer;
      };
      const slow = {
        ...drafts,
        [read]: async (person: PersonId, heard: string) => beat(await drafts[read](person, heard)),
      };
      await createBot({ ...setup.deps, drafts: slow }).hear(MESSAGE);
      assert.equal(beaten, true);
      const [draft, ...others] = await draftsOf(setup);
      assert.equal(others.length, 0);
      assert.equal(draft?.text, TEXT);
      assert.equal(draft?.takesLinesOf, asker._id);
    });
  }

  it('of an earlier version, made of the message, goes on working', async () => {
    const setup = await opened();
    const sealed = heardAs(MESSAGE.id, setup.store);
    const id = caseId(sealedCase(`d${heard}`, setup.store.seal));
    const lines = [{ heard: sealed, text: masked(TEXT), at: TUESDAY }];
    const about = { person: asker._id, takesLinesOf: asker._id, text: masked(TEXT), lines, receipts: [sealed] };
    await setup.store.drafts.add({ ...aDraft({ _id: id, ...about }), owes: [] });
    await setup.bot.hear(MESSAGE);
    await setup.bot.hear({ id: 'event 2', from: asker, text: 'men vejafdelingen siger nej' });
    await setup.sender.flush();
    const [draft, ...others] = await draftsOf(setup);
    assert.equal(others.length, 0);
    assert.equal(draft?.text, `${TEXT}\nmen vejafdelingen siger nej`);
    await pressNewest(setup, asker, 'submit-dilemma', { anonymous: 'no' });
    assert.equal((await setup.store.cases.get(id))?.text, draft?.text);
  });
});
