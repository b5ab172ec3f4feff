import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CaseId } from '../../bot/ids.ts';
import { holdCase, releaseCase } from '../../bot/keeping/hold-case.ts';
import { Refusal } from '../../bot/refusal.ts';
import { ask, openTestBot, pressNewest, type TestBot } from '../support/fixtures/bot-on-store.ts';
import { anAgent, aPerson, aStory, masked } from '../support/fixtures/builders.ts';

const asker = aPerson('asker');
const bo = anAgent('bo');
const admin = aPerson('admin', { roles: ['admin'] });

describe('words that an admin takes out of a case', () => {
  let setup: TestBot;
  let id: CaseId;
  let pressed = 0;
  before(async () => {
    setup = await openTestBot([asker, bo, admin]);
    id = await ask(setup, asker, 'Fru Jensen vil bygge et hegn. Hvordan får jeg naboerne med?');
    await pressNewest(setup, bo, 'accept-case', { text: 'Har JENSEN talt med naboen?' });
    await pressNewest(setup, asker, 'reply', { text: 'Jensens hund er problemet.' });
    await setup.store.stories.add(
      aStory({
        case: id,
        teller: asker._id,
        agent: bo._id,
        state: 'published',
        publishedIn: '2026-W48',
        text: masked('Jensen sagde ja.'),
      }),
    );
  });
  after(() => setup.close());
  const press = async (data: Record<string, unknown>, from = admin) => {
    await setup.bot.press({ from, message: `m${++pressed}`, verb: 'take-out-words', data });
    await setup.sender.flush();
    const notice = setup.chatOf(from).at(-1)?.notice;
    assert.ok(notice?.kind === 'admin-words', notice?.kind);
    return notice;
  };
  const refused = (data: Record<string, unknown>, code: string, from = admin) =>
    assert.rejects(press(data, from), (error) => error instanceof Refusal && error.code === code, code);
  const logged = async () =>
    (await setup.store.adminLog.newest(9)).map((entry) => `${entry.did} ${entry.case} ${entry.detail}`).toSorted();

  it('are counted first, by place, without a text and without a change', async () => {
    const before = await setup.store.cases.get(id);
    const { places, did } = await press({ number: 'sag 1', words: 'jensen', just: 'look' });
    assert.deepEqual(
      [did, places],
      ['looked', { dilemma: 1, talk: 2, notes: 0, answer: 0, story: 1, drafts: 0, examples: 0 }],
    );
    assert.deepEqual(await setup.store.cases.get(id), before);
    assert.deepEqual(await logged(), ['look-for-words 1 4']);
  });

  it('are refused by those who are no admin, in a case that is held or missing, and when they are too short', async () => {
    const take = { number: '1', words: 'Jensen', just: 'take' };
    await refused(take, 'only-admin', bo);
    await refused({ ...take, number: 'ingen' }, 'no-such-case');
    await refused({ ...take, words: ' x, ' }, 'words-too-short');
    const deps = { cases: setup.store.cases, heldCases: setup.store.goneCases };
    await holdCase(1, { at: setup.now, reason: null }, deps);
    await refused(take, 'case-held');
    await releaseCase(1, deps);
    assert.deepEqual(await logged(), ['look-for-words 1 4']);
  });

  it('leave the case, its story, its cards and the files of the store, for ever', async () => {
    const { did, places } = await press({ number: 1, words: 'Jensen', just: 'take' });
    assert.deepEqual([did, places.talk], ['took', 2]);
    await setup.sender.flush();
    const c = (await setup.store.cases.get(id)) ?? assert.fail();
    assert.equal(c.text, 'Fru [taget ud] vil bygge et hegn. Hvordan får jeg naboerne med?');
    assert.deepEqual(
      c.turns.map(({ text }) => text),
      ['Har [taget ud] talt med naboen?', '[taget ud] hund er problemet.'],
    );
    const story = await setup.store.stories.ofCase(id);
    assert.deepEqual([story?.text, story?.state], ['[taget ud] sagde ja.', 'published']);
    for (const reader of [asker, bo]) {
      const card = setup.chatOf(reader).findLast(({ notice }) => notice.kind === 'case');
      assert.ok(card !== undefined && !/jensen/iu.test(JSON.stringify(card.notice)), reader.name);
    }
    const files = await readdir(setup.folder);
    for (const file of files.filter((name) => name.endsWith('.db')))
      assert.doesNotMatch(await readFile(join(setup.folder, file), 'utf8'), /jensen/iu, file);
    assert.deepEqual(await logged(), ['look-for-words 1 4', 'take-out 1 4']);
  });

  it('and that are nowhere any more are answered in a sentence', async () => {
    const { did, places } = await press({ number: 1, words: 'Jensen', just: 'take' });
    assert.deepEqual([did, Object.values(places).some((count) => count > 0)], ['looked', false]);
  });
});
