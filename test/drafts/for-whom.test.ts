import assert from 'node:assert/strict';
import type { Case } from '../../bot/cases/case.ts';
import { decodeAction, MalformedAction } from '../../bot/conversation/decode-action.ts';
import { openTestBot, pressNewest, say, type TestBot } from '../support/fixtures/bot-on-store.ts';
import { anAgent, aPerson, mask } from '../support/fixtures/builders.ts';
import { READING } from '../support/fixtures/reading.ts';

const asker = aPerson('p-mette', { name: 'Mette Krogh', unit: 'Park og Vej' });
const bo = anAgent('bo', { name: 'Bo Prøve' });
const TEXT = 'En gruppe naboer vil have en bænk på hjørnet';

describe('for whom a colleague asks', () => {
  let setup: TestBot;
  beforeEach(async () => {
    setup = await openTestBot([asker, bo]);
    await say(setup, asker, TEXT);
  });
  afterEach(() => setup.close());

  const send = (more: Record<string, unknown>) =>
    pressNewest(setup, asker, 'submit-dilemma', { anonymous: 'no', ...more });
  const theCase = async (): Promise<Case> => (await setup.store.cases.of(asker._id, 9))[0] ?? assert.fail('no case');

  for (const whom of ['me', 'colleague', 'citizen'] as const) {
    it(`is kept on the draft and the case: ${whom}`, async () => {
      await pressNewest(setup, asker, 'change-draft');
      await send({ text: TEXT, for: whom });
      assert.equal((await theCase()).for, whom);
      assert.equal((await setup.store.drafts.of(asker._id))[0]?.for, whom);
    });
  }

  it('is themselves, when they do not say', async () => {
    await send({ for: '' });
    assert.equal((await theCase()).for, 'me');
  });

  it('is told to the agent, of an anonymous asker nothing else', async () => {
    await send({ anonymous: 'yes', for: 'citizen' });
    const offer = setup.chatOf(bo).at(-1)?.notice;
    assert.ok(offer?.kind === 'case' && offer.view.viewer === 'offered');
    assert.equal(offer.view.for, 'citizen');
    for (const secret of [asker._id, asker.name, 'Mette', asker.unit ?? '']) {
      assert.ok(!JSON.stringify(offer).includes(secret), secret);
    }
  });

  it('is one of three, and anything else is no action of ours', () => {
    const decode = (whom: unknown) =>
      decodeAction('submit-dilemma', { draft: 'd1', anonymous: 'no', for: whom }, mask, READING);
    assert.ok(decode('citizen'));
    for (const wrong of ['borger', 'ME', 7, ['me'], { $ne: 'me' }]) {
      assert.throws(() => decode(wrong), MalformedAction, JSON.stringify(wrong));
    }
  });

  it('comes too late once it was sent, and the same again is a double press', async () => {
    await send({ for: 'citizen' });
    const { _id: draft } = await theCase();
    const [card] = setup.chatOf(asker);
    const again = (whom: string) =>
      setup.bot.press({
        from: asker,
        message: card?.id ?? assert.fail('no card'),
        verb: 'submit-dilemma',
        data: { draft, anonymous: 'no', for: whom },
      });
    await assert.rejects(again('colleague'), { code: 'draft-used' });
    await again('citizen');
    assert.equal((await setup.store.cases.of(asker._id, 9)).length, 1);
    assert.equal((await theCase()).for, 'citizen');
  });
});
