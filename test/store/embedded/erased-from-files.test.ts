import assert from 'node:assert/strict';
import { runJob } from '../../../jobs/jobs.ts';
import { filesWith } from '../../support/assertions/files-with.ts';
import { ask, openTestBot, pressNewest, say, type TestBot } from '../../support/fixtures/bot-on-store.ts';
import { anAgent, aPerson, TUESDAY } from '../../support/fixtures/builders.ts';

const NAME = 'Xanthippe Kaleidoskop';
const WORDS = 'Hvordan plejer vi zebrafinkerne i springvandet på torvet?';
const asker = aPerson('asker', { name: NAME, phone: '70 00 01 77' });

describe('the files of the embedded store', () => {
  let setup: TestBot;
  beforeEach(async () => {
    setup = await openTestBot([asker, anAgent('agent')]);
  });
  afterEach(() => setup.close());

  it('hold neither name nor words of somebody once they are forgotten', async () => {
    await ask(setup, asker, WORDS);
    await pressNewest(setup, asker, 'withdraw-case');
    await say(setup, asker, `${WORDS} Og karperne?`);
    for (const text of [NAME, WORDS, '70 00 01 77']) assert.ok((await filesWith(setup, text)).length > 0, text);
    await say(setup, asker, 'slet mig');
    const { notice, id } = setup.chatOf(asker).at(-1) ?? assert.fail();
    assert.ok(notice.kind === 'forget-me');
    await setup.bot.press({ from: asker, message: id, verb: 'forget-me', data: { asked: notice.asked.toISOString() } });
    await setup.sender.flush();
    assert.deepEqual(await runJob('forget', setup.deps), { forgotten: 1 });
    for (const text of [NAME, WORDS, '70 00 01 77']) assert.deepEqual(await filesWith(setup, text), [], text);
  });

  it('hold no words of a draft once it has ended', async () => {
    await say(setup, asker, WORDS);
    assert.ok((await filesWith(setup, WORDS)).length > 0);
    setup.now = new Date(TUESDAY.getTime() + 14 * 24 * 3_600_000);
    assert.equal((await runJob('retention', setup.deps))['drafts-ended'], 1);
    assert.deepEqual(await filesWith(setup, WORDS), []);
  });
});
