import assert from 'node:assert/strict';
import type { CaseId } from '../../bot/ids.ts';
import { asker, bo, karen, openAcceptedCase } from '../support/fixtures/accepted-case.ts';
import { pressNewest, say, type TestBot } from '../support/fixtures/bot-on-store.ts';

const WORDS = 'Husk at spørge vejafdelingen, før I lover en bænk.';

describe('words that a colleague beside the agent types in the chat', () => {
  let setup: TestBot;
  let id: CaseId;
  beforeEach(async () => {
    ({ setup, id } = await openAcceptedCase());
  });
  afterEach(() => setup.close());

  const card = (viewer: string) => {
    const notice = setup.chatOf(karen).at(-1)?.notice;
    assert.ok(notice?.kind === 'case' && notice.view.viewer === viewer && 'may' in notice.view, JSON.stringify(notice));
    return 'typed' in notice.view ? notice.view.typed?.text : undefined;
  };
  const unsent = async () => (await setup.store.drafts.openOf(karen._id)).length;

  it('come with the invitation, stand in the field of the note after a yes, and are no dilemma', async () => {
    await pressNewest(setup, bo, 'invite-co-agent', { agent: 'karen' });
    await pressNewest(setup, asker, 'answer-invitation', { show: 'all' });
    await say(setup, karen, WORDS);
    assert.equal(card('invited'), WORDS);
    await pressNewest(setup, karen, 'accept-co-agent');
    assert.equal(card('co-agent'), WORDS);
    await pressNewest(setup, karen, 'note-to-agent', { text: WORDS });
    assert.deepEqual([card('co-agent'), await unsent()], [undefined, 0]);
    assert.deepEqual(
      (await setup.store.cases.get(id))?.notes?.map(({ text }) => text),
      [WORDS],
    );
    await say(setup, karen, 'Og spørg naboerne i nummer tolv.');
    assert.equal(card('co-agent'), 'Og spørg naboerne i nummer tolv.');
    await pressNewest(setup, karen, 'decline-co-agent');
    assert.equal(await unsent(), 0);
  });

  it('come with the case that is handed to them', async () => {
    await pressNewest(setup, bo, 'hand-over', { agent: 'karen', reason: 'Karen kender vejloven.' });
    await pressNewest(setup, asker, 'answer-hand-over', { show: 'dilemma' });
    await say(setup, karen, WORDS);
    assert.equal(card('handed'), WORDS);
  });
});
