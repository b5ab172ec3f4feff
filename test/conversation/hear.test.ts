import assert from 'node:assert/strict';
import type { Case, CaseState } from '../../bot/cases/case.ts';
import { caseId } from '../../bot/ids.ts';
import type { Notice } from '../../bot/notices.ts';
import { wordInChat } from '../../bot/talk/words-in-chat.ts';
import { ask, openTestBot, say, type TestBot } from '../support/fixtures/bot-on-store.ts';
import { aCase, anAgent, aPerson, TUESDAY } from '../support/fixtures/builders.ts';

const asker = aPerson('asker', { phone: '70 00 01 01' });
const agent = anAgent('agent');
const other = aPerson('other');
const DILEMMA = 'Hvordan får jeg naboerne med fra starten?';

describe('the bot, when a person writes,', () => {
  let setup: TestBot;
  beforeEach(async () => {
    setup = await openTestBot([asker, agent, other]);
  });
  afterEach(() => setup.close());

  const answer = async (text: string, from = asker): Promise<Notice> => {
    await say(setup, from, text);
    return setup.chatOf(from).at(-1)?.notice ?? assert.fail('Sammen said nothing');
  };

  it('turns a text that is not a command into a draft that only its author sees', async () => {
    const notice = await answer(DILEMMA);
    assert.ok(notice.kind === 'draft');
    assert.equal(notice.view.text, DILEMMA);
    assert.equal(setup.posted.length, 1);
    assert.deepEqual(await setup.store.cases.of(asker._id, 10), []);
  });

  it('answers its command words in both languages, ignoring case and a full stop', async () => {
    const kinds: Record<string, Notice['kind']> = {
      hjælp: 'help',
      'Help!': 'help',
      'MINE SAGER': 'my-cases',
      'my cases': 'my-cases',
      principper: 'principles',
      Principles: 'principles',
      agenter: 'agents',
      'agents.': 'agents',
      sprog: 'language',
      'sag 42': 'case-not-found',
      'Case #42': 'case-not-found',
    };
    for (const [text, kind] of Object.entries(kinds)) assert.equal((await answer(text)).kind, kind, text);
  });

  it('accepts only exact words as commands', () => {
    assert.deepEqual(wordInChat('sag 42'), { word: 'case', number: 42 });
    for (const text of [
      'hjælp mig med naboerne',
      'sag',
      'sag 1234567890',
      'constructor',
      '__proto__',
      'mine sager er svære',
    ]) {
      assert.equal(wordInChat(text), null, text);
    }
  });

  it('answers thanks, small talk and fragments kindly, without making a draft', async () => {
    const kinds: Record<string, Notice['kind']> = {
      'Tak!': 'thanks',
      'ok 👍': 'thanks',
      Hej: 'greeting',
      '👍': 'thanks',
      x: 'not-understood',
      '': 'not-understood',
      'hvad så': 'not-understood',
      '???': 'not-understood',
    };
    for (const [text, kind] of Object.entries(kinds)) assert.equal((await answer(text)).kind, kind, text);
  });

  it('says that a text is too long instead of truncating it', async () => {
    assert.deepEqual(await answer('ordet '.repeat(3_400)), { kind: 'too-long', length: 20_399, most: 4_000 });
    assert.equal((await answer(`${'ordet '.repeat(666)}slut`)).kind, 'draft');
  });

  it('masks personal numbers before anything is stored, but not the author’s own phone number', async () => {
    const notice = await answer('Ring til borgeren 010190-1234 på 20 30 40 50, eller til mig på 70000101.');
    assert.ok(notice.kind === 'draft');
    assert.ok(!/010190|1234|20 30 40 50/.test(notice.view.text), notice.view.text);
    assert.ok(notice.view.text.includes('70000101'));
  });

  it('handles a message that is delivered three times only once', async () => {
    for (let i = 0; i < 3; i++) await say(setup, asker, DILEMMA, 'event-1');
    for (let i = 0; i < 3; i++) await say(setup, asker, 'hjælp', 'event-2');
    assert.deepEqual(
      setup.posted.map(({ notice }) => notice.kind),
      ['draft', 'help'],
    );
  });

  it('shows a case by number to its participants only', async () => {
    await ask(setup, asker);
    assert.equal((await answer('sag 1')).kind, 'case');
    assert.equal((await answer('sag 1', agent)).kind, 'case');
    assert.equal((await answer('sag 1', other)).kind, 'case-not-found');
  });

  it('lists a person’s cases and says whose turn it is', async () => {
    await ask(setup, asker);
    const mine = await answer('mine sager');
    assert.ok(mine.kind === 'my-cases');
    assert.deepEqual(
      mine.cases.map(({ number, role, next }) => [number, role, next]),
      [[1, 'asker', 'other']],
    );
    const theirs = await answer('mine sager', agent);
    assert.ok(theirs.kind === 'my-cases');
    assert.deepEqual(
      theirs.cases.map(({ number, role }) => [number, role]),
      [[1, 'offered']],
    );
    const none = await answer('mine sager', other);
    assert.deepEqual(none, { kind: 'my-cases', now: setup.now, cases: [], more: false, questions: [] });
  });
  it('lists cases that wait for somebody first and closed ones last, even when many are closed', async () => {
    const { cases } = setup.store;
    const at = (minutes: number) => ({ askedAt: new Date(TUESDAY.getTime() + minutes * 60_000) });
    const kept: [CaseState, Partial<Case>][] = [
      ['active', { ...at(0), turnOf: 'asker' }],
      ['waiting', at(1)],
      ...Array.from({ length: 12 }, (_, n): [CaseState, Partial<Case>] => ['closed', at(2 + n)]),
    ];
    for (const [n, [state, more]] of kept.entries()) {
      const own = { _id: caseId(`case-${n}`), number: 100 + n, asker: other._id, agent: null, offers: [], ...more };
      assert.ok(await cases.add(aCase(state, own)));
    }
    const listed = await answer('mine sager', other);
    assert.ok(listed.kind === 'my-cases');
    assert.deepEqual(
      listed.cases.map(({ number }) => number),
      [100, 101, 113, 112, 111, 110, 109, 108, 107, 106],
    );
    assert.ok(listed.more);
  });
});
