import assert from 'node:assert/strict';
import { MalformedAction } from '../../bot/conversation/decode-action.ts';
import { Refusal } from '../../bot/refusal.ts';
import { followUp } from '../../jobs/follow-up.ts';
import { retention } from '../../jobs/retention.ts';
import { anAgent, aPerson, aProfile, TUESDAY } from '../support/fixtures/builders.ts';
import { ask, openHouse, pressNewest, say, type TestHouse } from '../support/fixtures/house.ts';

const boss = anAgent('boss', { agent: aProfile({ principles: [], topics: [], capacity: 50 }) });
const asker = aPerson('asker', { manager: boss._id });
const agent = anAgent('agent');
const second = anAgent('second');
const DILEMMA = 'Hvordan får jeg naboerne med fra starten?';

describe('pressing', () => {
  let house: TestHouse;
  beforeEach(async () => {
    house = await openHouse([asker, agent, second, boss]);
  });
  afterEach(() => house.close());

  const refused = (attempt: Promise<unknown>, code: string) =>
    assert.rejects(attempt, (error) => error instanceof Refusal && error.code === code, code);

  it('Send opens one case, however often and however simultaneously it is pressed', async () => {
    await say(house, asker, DILEMMA);
    const press = () => pressNewest(house, asker, 'submit-dilemma', { anonymous: 'no' });
    const outcomes = await Promise.all([press(), press(), press()]);
    assert.equal(outcomes.filter((outcome) => outcome === 'done').length, 1);
    assert.equal((await house.store.cases.of(asker._id, 10)).length, 1);
    assert.equal(house.chatOf(asker).length, 1, 'the preview has become the case’s card');
  });

  it('a reply pressed twice stands once; the same words with a newer revision are new words', async () => {
    const id = await ask(house, asker);
    await pressNewest(house, agent, 'accept-case');
    const [card] = house.chatOf(asker);
    assert.ok(card);
    const reply = (rev: number) =>
      house.bot.press({ from: asker, message: card.id, verb: 'reply', data: { case: id, rev, text: 'Ja.' } });
    assert.deepEqual([await reply(1), await reply(1), await reply(2)], ['done', 'repeated', 'done']);
    assert.equal((await house.store.cases.get(id))?.turns.length, 2);
  });

  it('of two agents who claim at once one wins, and the other is told who', async () => {
    const id = await ask(house, asker);
    await pressNewest(house, agent, 'decline-case', { reason: 'not-today' });
    await pressNewest(house, second, 'decline-case', { reason: 'not-today' });
    await pressNewest(house, asker, 'share-with-all', { share: 'yes' });
    const claim = (from: typeof agent) =>
      house.bot.press({ from, message: 'any', verb: 'accept-case', data: { case: id } });
    const outcomes = await Promise.allSettled([claim(agent), claim(second)]);
    const lost = outcomes.find((outcome) => outcome.status === 'rejected');
    const winner = (await house.store.cases.get(id))?.agent === agent._id ? agent : second;
    assert.equal(outcomes.filter((outcome) => outcome.status === 'fulfilled').length, 1);
    assert.ok(lost?.reason instanceof Refusal);
    assert.deepEqual([lost.reason.code, lost.reason.who], ['taken', winner.name]);
  });

  it('the asker’s manager finds nothing, gets nothing and claims nothing', async () => {
    const id = await ask(house, asker);
    await pressNewest(house, agent, 'decline-case', { reason: 'too-close' });
    await pressNewest(house, second, 'decline-case', { reason: 'not-my-field' });
    await pressNewest(house, asker, 'share-with-all', { share: 'yes' });
    assert.deepEqual(house.chatOf(boss), []);
    for (const verb of ['accept-case', 'reply', 'show-case', 'withdraw-case']) {
      await refused(house.bot.press({ from: boss, message: 'any', verb, data: { case: id, text: 'x' } }), 'not-found');
    }
    await say(house, boss, 'mine sager');
    const listed = house.chatOf(boss).at(-1)?.notice;
    assert.ok(listed?.kind === 'my-cases' && listed.cases.length === 0);
  });

  it('a draft is its writer’s alone, and ends after 24 hours with its text', async () => {
    await say(house, asker, DILEMMA);
    const [preview] = house.chatOf(asker);
    assert.ok(preview?.notice.kind === 'draft');
    const { id } = preview.notice.view;
    const data = { draft: id, anonymous: 'no' };
    await refused(house.bot.press({ from: agent, message: preview.id, verb: 'submit-dilemma', data }), 'not-found');
    house.now = new Date(TUESDAY.getTime() + 24 * 3_600_000 + 1);
    await refused(house.bot.press({ from: asker, message: preview.id, verb: 'submit-dilemma', data }), 'draft-ended');
    assert.equal((await house.store.drafts.get(id))?.text, '');
  });

  it('the job ends drafts that nobody pressed', async () => {
    await say(house, asker, DILEMMA);
    house.now = new Date(TUESDAY.getTime() + 24 * 3_600_000 + 1);
    assert.deepEqual(await retention(house.deps), { 'drafts-ended': 1 });
    assert.deepEqual(await retention(house.deps), { 'drafts-ended': 0 });
    await house.sender.flush();
    const [card] = house.chatOf(asker);
    assert.ok(card?.notice.kind === 'draft');
    assert.deepEqual([card.notice.view.state, card.notice.view.text], ['ended', '']);
  });

  it('a changed text is masked and read anew', async () => {
    await say(house, asker, DILEMMA);
    await pressNewest(house, asker, 'change-draft');
    await pressNewest(house, asker, 'submit-dilemma', {
      anonymous: 'yes',
      'submit-dilemma.text': 'Hvor meget må gruppen bruge af puljen? Spørg 010190-1234.',
      'submit-dilemma.today': 'true',
    });
    const [opened] = await house.store.cases.of(asker._id, 1);
    assert.ok(opened);
    assert.deepEqual([opened.anonymous, opened.today, opened.topic], [true, true, 'oekonomi']);
    assert.ok(!opened.text.includes('010190'));
  });

  it('of Send, Send without my name and Throw away at once one happens, and the others are told', async () => {
    await say(house, asker, DILEMMA);
    const outcomes = await Promise.allSettled([
      pressNewest(house, asker, 'submit-dilemma', { anonymous: 'no' }),
      pressNewest(house, asker, 'submit-dilemma', { anonymous: 'yes' }),
      pressNewest(house, asker, 'discard-draft'),
    ]);
    assert.equal(outcomes.filter(({ status }) => status === 'fulfilled').length, 1);
    for (const outcome of outcomes) if (outcome.status === 'rejected') assert.ok(outcome.reason instanceof Refusal);
  });

  it('dilemmas sent at once do not fill an agent beyond their capacity', async () => {
    const askers = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((id) => aPerson(`asker-${id}`));
    for (const one of askers) {
      await house.store.people.add(one);
      await say(house, one, DILEMMA);
    }
    await Promise.all(askers.map((one) => pressNewest(house, one, 'submit-dilemma', { anonymous: 'no' })));
    for (const one of [agent, second]) {
      const held = (await house.store.cases.of(one._id, 50)).length;
      assert.ok(held <= 3, `${one.name} was asked ${held} times`);
    }
  });

  it('the next agent does not read what was said to the one before', async () => {
    const id = await ask(house, asker);
    await pressNewest(house, agent, 'accept-case');
    await pressNewest(house, agent, 'ask-back', { text: 'Er det din leder, du er uenig med?' });
    await pressNewest(house, asker, 'reply', { text: 'Ja, mellem os to.' });
    for (const date of ['2026-12-14T09:00:00Z', '2027-01-15T09:00:00Z']) {
      house.now = new Date(date);
      await followUp(house.deps);
      await house.sender.flush();
    }
    await pressNewest(house, asker, 'ask-another');
    const next = (await house.store.cases.get(id))?.offers.at(-1)?.agent;
    assert.notEqual(next, agent._id);
    await house.bot.press({ from: second, message: 'any', verb: 'accept-case', data: { case: id, text: 'Hej.' } });
    await house.sender.flush();
    await say(house, second, 'sag 1');
    const read = JSON.stringify(house.chatOf(second));
    assert.ok(read.includes('Hej.'));
    for (const words of ['uenig', 'mellem os to']) assert.ok(!read.includes(words), words);
  });

  it('a draft sent to a case closed long ago stays a draft that names it', async () => {
    const id = await ask(house, asker);
    await pressNewest(house, agent, 'accept-case');
    await pressNewest(house, asker, 'close-case');
    house.now = new Date(TUESDAY.getTime() + 31 * 86_400_000);
    await say(house, asker, 'Nu er de vrede igen, hvad så?');
    await pressNewest(house, asker, 'send-to-case', { case: id });
    const draft = house.chatOf(asker).at(-1)?.notice;
    assert.ok(draft?.kind === 'draft');
    assert.deepEqual([draft.view.state, draft.view.follows], ['open', 1]);
  });

  it('words to a case closed long ago become a new draft that names it', async () => {
    const id = await ask(house, asker);
    await pressNewest(house, agent, 'accept-case');
    await pressNewest(house, asker, 'close-case');
    house.now = new Date(TUESDAY.getTime() + 31 * 86_400_000);
    await house.bot.press({
      from: asker,
      message: 'any',
      verb: 'reopen-case',
      data: { case: id, text: 'Nu er de vrede igen, hvad så?' },
    });
    await house.sender.flush();
    const draft = house.chatOf(asker).at(-1)?.notice;
    assert.ok(draft?.kind === 'draft');
    assert.deepEqual([draft.view.follows, draft.view.text], [1, 'Nu er de vrede igen, hvad så?']);
  });

  it('decodes strictly: what is no action of ours changes nothing', async () => {
    const id = await ask(house, asker);
    const before = await house.store.cases.get(id);
    const wrong: [string, unknown][] = [
      ['', {}],
      ['constructor', { case: id }],
      ['__proto__', { case: id }],
      ['reply', null],
      ['reply', []],
      ['reply', { case: 7, text: 'x' }],
      ['reply', { case: id, text: { toString: 'x' } }],
      ['reply', { case: id, text: 'x', rev: -1 }],
      ['reply', { case: id, text: 'x', rev: 'new' }],
      ['answer-case', { case: id, text: 'x', outcome: 'introduction' }],
      ['decline-case', { case: id, reason: 'tired' }],
      ['talk', { case: id, minutes: 1e9 }],
      ['talk', { case: id, day: '2026-02-30' }],
    ];
    for (const [verb, data] of wrong) {
      await assert.rejects(
        house.bot.press({ from: asker, message: 'any', verb, data }),
        MalformedAction,
        `${verb} ${JSON.stringify(data)}`,
      );
    }
    assert.deepEqual(await house.store.cases.get(id), before);
  });

  it('an anonymous asker stays unknown in everything that reaches the agent', async () => {
    const hidden = aPerson('hidden', { name: 'Gerda Skjult', unit: 'Hemmelig Enhed', phone: '70 99 88 77' });
    await house.store.people.add(hidden);
    await say(house, hidden, DILEMMA);
    await pressNewest(house, hidden, 'submit-dilemma', { anonymous: 'yes' });
    await pressNewest(house, agent, 'accept-case');
    await pressNewest(house, agent, 'talk', { day: '2026-11-25', time: '13:00' });
    await pressNewest(house, hidden, 'reply', { text: 'Jeg vil helst skrive.' });
    await pressNewest(house, agent, 'answer-case', { text: 'Gå en tur med dem.', outcome: 'advice' });
    await pressNewest(house, hidden, 'thank', { text: 'Tak.' });
    const reached = JSON.stringify(house.posted.filter(({ to }) => to !== hidden._id));
    for (const trace of ['Gerda', 'Skjult', 'Hemmelig', hidden._id, '70 99 88 77', '.ics'])
      assert.ok(!reached.includes(trace), trace);
    await pressNewest(house, hidden, 'reveal-me');
    assert.ok(JSON.stringify(house.chatOf(agent)).includes('Gerda Skjult'));
  });
});
