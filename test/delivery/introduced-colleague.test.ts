import assert from 'node:assert/strict';
import type { CaseId } from '../../bot/ids.ts';
import { DeliveryError } from '../../outbox/delivery-error.ts';
import { ask, openTestBot, pressNewest, say, type TestBot } from '../support/fixtures/bot-on-store.ts';
import { anAgent, aPerson, aProfile } from '../support/fixtures/builders.ts';

const asker = aPerson('asker');
const bo = anAgent('bo');
/** An agent, whom routing never asks. */
const bente = anAgent('bente', { agent: aProfile({ capacity: 0 }) });

describe('a colleague who is asked about an introduction', () => {
  let setup: TestBot;
  let id: CaseId;
  beforeEach(async () => {
    setup = await openTestBot([asker, bo, bente]);
    id = await ask(setup, asker);
    await pressNewest(setup, bo, 'accept-case', { text: 'Hvem ejer hjørnet?' });
    await pressNewest(setup, bo, 'request-introduction', { person: 'bente', text: 'Hun har nøglen.' });
  });
  afterEach(() => setup.close());

  const stands = async () => (await setup.store.cases.get(id))?.introductions?.at(-1)?.state;
  const newestOf = (person: typeof bo) => setup.chatOf(person).at(-1)?.notice;

  it('and cannot be reached: it lapses at once, and the agent hears that it did not come off', async () => {
    setup.trouble = (to) => {
      if (to._id === bente._id) throw new DeliveryError('unreachable', 'blocked');
    };
    await pressNewest(setup, asker, 'accept-introduction');
    assert.equal(await stands(), 'lapsed');
    const notice = newestOf(bo);
    assert.ok(notice?.kind === 'case' && 'introduction' in notice.view && notice.view.introduction?.state === 'off');
  });

  it('finds the question again in "mine sager" and "overblik", and nothing of the case', async () => {
    const questions = async (word: string) => {
      await say(setup, bente, word);
      const notice = newestOf(bente);
      if (notice?.kind === 'my-cases') return [notice.questions, notice.cases.length];
      if (notice?.kind === 'agent-overview') return [notice.questions, notice.offers.length];
      return assert.fail(`no answer to ${word}`);
    };
    for (const word of ['mine sager', 'overblik']) assert.deepEqual(await questions(word), [[], 0], 'not asked yet');
    await pressNewest(setup, asker, 'accept-introduction');
    const until = (await setup.store.cases.get(id))?.introductions?.at(-1)?.until;
    for (const word of ['mine sager', 'overblik'])
      assert.deepEqual(await questions(word), [[{ id, asker: asker.name, until }], 0]);
    await pressNewest(setup, bente, 'show-case');
    const shown = newestOf(bente);
    assert.ok(shown?.kind === 'case' && shown.view.viewer === 'introduced' && shown.view.state === 'asked');
    await pressNewest(setup, bente, 'decline-introduction');
    assert.deepEqual(await questions('mine sager'), [[], 0], 'answered');
  });
});
