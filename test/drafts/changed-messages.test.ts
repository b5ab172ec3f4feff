import assert from 'node:assert/strict';
import type { Notice } from '../../bot/notices.ts';
import { MAX_TEXT_LENGTH } from '../../bot/privacy/free-text.ts';
import { openTestBot, pressNewest, say, type TestBot } from '../support/fixtures/bot-on-store.ts';
import { anAgent, aPerson } from '../support/fixtures/builders.ts';

const asker = aPerson('asker');
const other = aPerson('other');
const FIRST = 'En gruppe naboer vil have en bænk på hjørnet';
const SECOND = 'men vejafdelingen siger nej';

describe('a message that its writer changes afterwards', () => {
  let setup: TestBot;
  beforeEach(async () => {
    setup = await openTestBot([asker, other, anAgent('agent')]);
    await say(setup, asker, FIRST, 'one');
    await say(setup, asker, SECOND, 'two');
  });
  afterEach(() => setup.close());

  const rewrite = async (id: string, text: string, from = asker) => {
    await setup.bot.rewrite({ id, from, text });
    await setup.sender.flush();
  };
  const takeBack = async (id: string, from = asker) => {
    await setup.bot.takeBack({ id, from });
    await setup.sender.flush();
  };
  const newest = (): Notice => setup.chatOf(asker).at(-1)?.notice ?? assert.fail('no message');
  const view = () => {
    const notice = newest();
    return notice.kind === 'draft' ? notice.view : assert.fail(notice.kind);
  };
  const messages = () => setup.chatOf(asker).length;

  it('changes its line in the draft, on the card that stands there', async () => {
    const before = messages();
    await rewrite('one', 'En gruppe naboer vil have to bænke');
    assert.equal(view().text, `En gruppe naboer vil have to bænke\n${SECOND}`);
    assert.equal(messages(), before);
  });

  it('is masked again, also together with the lines beside it', async () => {
    await rewrite('one', 'Ring til borgeren, 010190');
    await rewrite('two', '1234, og hun bor alene');
    assert.equal(view().text, 'Ring til borgeren, [cpr-nummer]\n, og hun bor alene');
    assert.deepEqual(view().warning?.hidden, ['cpr']);
  });

  it('leaves the draft when it is deleted or emptied, and takes the draft along when it was the last', async () => {
    await takeBack('one');
    assert.equal(view().text, SECOND);
    await rewrite('two', '   ');
    assert.equal(view().state, 'discarded');
    const [draft] = await setup.store.drafts.of(asker._id);
    assert.deepEqual([draft?.text, draft?.lines], ['', []]);
  });

  it('does not fit when it became too long: the draft stays as it was, and its writer is told', async () => {
    await rewrite('two', 'o'.repeat(MAX_TEXT_LENGTH));
    assert.deepEqual(newest(), { kind: 'draft-full', most: MAX_TEXT_LENGTH });
    const [draft] = await setup.store.drafts.of(asker._id);
    assert.equal(draft?.text, `${FIRST}\n${SECOND}`);
  });

  it('changes nothing of what was sent, and its writer is told once', async () => {
    await pressNewest(setup, asker, 'submit-dilemma', { anonymous: 'no' });
    const before = messages();
    for (let times = 0; times < 2; times++) await rewrite('one', 'Noget helt andet');
    assert.deepEqual(newest(), { kind: 'sent-stays' });
    assert.equal(messages(), before + 1);
    await takeBack('two');
    assert.deepEqual(newest(), { kind: 'sent-stays' });
    const [c] = await setup.store.cases.of(asker._id, 9);
    assert.equal(c?.text, `${FIRST}\n${SECOND}`);
  });

  it('is passed over when it went into no draft, was thrown away, or is somebody else’s', async () => {
    const before = JSON.stringify(setup.chatOf(asker));
    await rewrite('unknown', 'Noget helt andet');
    await takeBack('unknown');
    await rewrite('one', 'Noget helt andet', other);
    await takeBack('one', other);
    assert.equal(JSON.stringify(setup.chatOf(asker)), before);
    await pressNewest(setup, asker, 'discard-draft');
    const after = messages();
    await rewrite('one', 'Noget helt andet');
    await takeBack('one');
    assert.equal(messages(), after);
    assert.deepEqual(setup.chatOf(other), []);
  });
});
