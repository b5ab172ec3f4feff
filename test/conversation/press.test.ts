import assert from 'node:assert/strict';
import { MalformedAction } from '../../bot/conversation/decode-action.ts';
import { Refusal } from '../../bot/refusal.ts';
import { followUp } from '../../jobs/follow-up.ts';
import { retention } from '../../jobs/retention.ts';
import { ask, openTestBot, pressNewest, say, type TestBot } from '../support/fixtures/bot-on-store.ts';
import { anAgent, aPerson, aProfile, TUESDAY } from '../support/fixtures/builders.ts';

const boss = anAgent('boss', { agent: aProfile({ principles: [], topics: [], capacity: 50 }) });
const asker = aPerson('asker', { manager: boss._id });
const agent = anAgent('agent');
const second = anAgent('second');
const DILEMMA = 'Hvordan får jeg naboerne med fra starten?';

describe('pressing a button', () => {
  let setup: TestBot;
  beforeEach(async () => {
    setup = await openTestBot([asker, agent, second, boss]);
  });
  afterEach(() => setup.close());

  const refused = (attempt: Promise<unknown>, code: string) =>
    assert.rejects(attempt, (error) => error instanceof Refusal && error.code === code, code);

  it('opens one case with Send, however often and concurrently it is pressed', async () => {
    await say(setup, asker, DILEMMA);
    const press = () => pressNewest(setup, asker, 'submit-dilemma', { anonymous: 'no' });
    const outcomes = await Promise.all([press(), press(), press()]);
    assert.equal(outcomes.filter((outcome) => outcome === 'done').length, 1);
    assert.equal((await setup.store.cases.of(asker._id, 10)).length, 1);
    assert.equal(setup.chatOf(asker).length, 1, 'the preview has become the case’s card');
  });

  it('adds a reply pressed twice only once; the same words with a newer revision are a new reply', async () => {
    const id = await ask(setup, asker);
    await pressNewest(setup, agent, 'accept-case');
    const [card] = setup.chatOf(asker);
    assert.ok(card);
    const reply = (rev: number) =>
      setup.bot.press({ from: asker, message: card.id, verb: 'reply', data: { case: id, rev, text: 'Ja.' } });
    assert.deepEqual([await reply(1), await reply(1), await reply(2)], ['done', 'repeated', 'done']);
    assert.equal((await setup.store.cases.get(id))?.turns.length, 2);
  });

  it('lets one of two agents claim a case, and tells the other who won', async () => {
    const id = await ask(setup, asker);
    await pressNewest(setup, agent, 'decline-case', { reason: 'not-today' });
    await pressNewest(setup, second, 'decline-case', { reason: 'not-today' });
    await pressNewest(setup, asker, 'share-with-all', { share: 'yes' });
    const claim = (from: typeof agent) =>
      setup.bot.press({ from, message: 'any', verb: 'accept-case', data: { case: id } });
    const outcomes = await Promise.allSettled([claim(agent), claim(second)]);
    const lost = outcomes.find((outcome) => outcome.status === 'rejected');
    const winner = (await setup.store.cases.get(id))?.agent === agent._id ? agent : second;
    assert.equal(outcomes.filter((outcome) => outcome.status === 'fulfilled').length, 1);
    assert.ok(lost?.reason instanceof Refusal);
    assert.deepEqual([lost.reason.code, lost.reason.who], ['taken', winner.name]);
  });

  it('never lets the asker’s manager find, receive or claim the case', async () => {
    const id = await ask(setup, asker);
    await pressNewest(setup, agent, 'decline-case', { reason: 'too-close' });
    await pressNewest(setup, second, 'decline-case', { reason: 'not-my-field' });
    await pressNewest(setup, asker, 'share-with-all', { share: 'yes' });
    assert.deepEqual(setup.chatOf(boss), []);
    for (const verb of ['accept-case', 'reply', 'show-case', 'withdraw-case']) {
      await refused(setup.bot.press({ from: boss, message: 'any', verb, data: { case: id, text: 'x' } }), 'not-found');
    }
    await say(setup, boss, 'mine sager');
    const listed = setup.chatOf(boss).at(-1)?.notice;
    assert.ok(listed?.kind === 'my-cases' && listed.cases.length === 0);
  });

  it('works on a draft for its author only, until the draft and its text expire', async () => {
    await say(setup, asker, DILEMMA);
    const [preview] = setup.chatOf(asker);
    assert.ok(preview?.notice.kind === 'draft');
    const { id } = preview.notice.view;
    const data = { draft: id, anonymous: 'no' };
    await refused(setup.bot.press({ from: agent, message: preview.id, verb: 'submit-dilemma', data }), 'not-found');
    setup.now = new Date('2026-11-26T23:00:00.000Z');
    await refused(setup.bot.press({ from: asker, message: preview.id, verb: 'submit-dilemma', data }), 'draft-ended');
    assert.equal((await setup.store.drafts.get(id))?.text, '');
  });

  it('is not the only way a draft ends: the job expires drafts that nobody pressed', async () => {
    await say(setup, asker, DILEMMA);
    setup.now = new Date('2026-11-26T23:00:00.000Z');
    for (const ended of [1, 0]) assert.equal((await retention(setup.deps))['drafts-ended'], ended);
    await setup.sender.flush();
    const [card] = setup.chatOf(asker);
    assert.ok(card?.notice.kind === 'draft');
    assert.deepEqual([card.notice.view.state, card.notice.view.text], ['ended', '']);
  });

  it('masks and classifies a changed text again', async () => {
    await say(setup, asker, DILEMMA);
    await pressNewest(setup, asker, 'change-draft');
    await pressNewest(setup, asker, 'submit-dilemma', {
      anonymous: 'yes',
      'submit-dilemma.text': 'Hvor meget må gruppen bruge af puljen? Spørg 010190-1234.',
      'submit-dilemma.today': 'true',
    });
    const [opened] = await setup.store.cases.of(asker._id, 1);
    assert.ok(opened);
    assert.deepEqual([opened.anonymous, opened.today, opened.topic], [true, true, 'oekonomi']);
    assert.ok(!opened.text.includes('010190'));
  });

  it('performs one of Send, Send without my name and Throw away pressed together, and reports it to the others', async () => {
    await say(setup, asker, DILEMMA);
    const outcomes = await Promise.allSettled([
      pressNewest(setup, asker, 'submit-dilemma', { anonymous: 'no' }),
      pressNewest(setup, asker, 'submit-dilemma', { anonymous: 'yes' }),
      pressNewest(setup, asker, 'discard-draft'),
    ]);
    assert.equal(outcomes.filter(({ status }) => status === 'fulfilled').length, 1);
    for (const outcome of outcomes) if (outcome.status === 'rejected') assert.ok(outcome.reason instanceof Refusal);
  });

  it('sends dilemmas concurrently without exceeding an agent’s capacity', async () => {
    const askers = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((id) => aPerson(`asker-${id}`));
    for (const one of askers) {
      await setup.store.people.add(one);
      await say(setup, one, DILEMMA);
    }
    await Promise.all(askers.map((one) => pressNewest(setup, one, 'submit-dilemma', { anonymous: 'no' })));
    for (const one of [agent, second]) {
      const held = (await setup.store.cases.of(one._id, 50)).length;
      assert.ok(held <= 3, `${one.name} was asked ${held} times`);
    }
  });

  it('hides from the next agent what was written to the previous one', async () => {
    const id = await ask(setup, asker);
    await pressNewest(setup, agent, 'accept-case');
    await pressNewest(setup, agent, 'ask-back', { text: 'Er det din leder, du er uenig med?' });
    await pressNewest(setup, asker, 'reply', { text: 'Ja, mellem os to.' });
    for (const date of ['2026-12-14T09:00:00Z', '2027-01-15T09:00:00Z']) {
      setup.now = new Date(date);
      await followUp(setup.deps);
      await setup.sender.flush();
    }
    await pressNewest(setup, asker, 'ask-another');
    const next = (await setup.store.cases.get(id))?.offers.at(-1)?.agent;
    assert.notEqual(next, agent._id);
    await setup.bot.press({ from: second, message: 'any', verb: 'accept-case', data: { case: id, text: 'Hej.' } });
    await setup.sender.flush();
    await say(setup, second, 'sag 1');
    const read = JSON.stringify(setup.chatOf(second));
    assert.ok(read.includes('Hej.'));
    for (const words of ['uenig', 'mellem os to']) assert.ok(!read.includes(words), words);
  });

  it('keeps a draft that was sent to a case closed long ago, with a reference to it', async () => {
    const id = await ask(setup, asker);
    await pressNewest(setup, agent, 'accept-case');
    await pressNewest(setup, asker, 'close-case');
    setup.now = new Date(TUESDAY.getTime() + 31 * 86_400_000);
    await say(setup, asker, 'Nu er de vrede igen, hvad så?');
    await pressNewest(setup, asker, 'send-to-case', { case: id });
    const draft = setup.chatOf(asker).at(-1)?.notice;
    assert.ok(draft?.kind === 'draft');
    assert.deepEqual([draft.view.state, draft.view.follows], ['open', 1]);
  });

  it('turns a text to a case closed long ago into a new draft that refers to it', async () => {
    const id = await ask(setup, asker);
    await pressNewest(setup, agent, 'accept-case');
    await pressNewest(setup, asker, 'close-case');
    setup.now = new Date(TUESDAY.getTime() + 31 * 86_400_000);
    await setup.bot.press({
      from: asker,
      message: 'any',
      verb: 'reopen-case',
      data: { case: id, text: 'Nu er de vrede igen, hvad så?' },
    });
    await setup.sender.flush();
    const draft = setup.chatOf(asker).at(-1)?.notice;
    assert.ok(draft?.kind === 'draft');
    assert.deepEqual([draft.view.follows, draft.view.text], [1, 'Nu er de vrede igen, hvad så?']);
  });

  it('changes nothing when the action is not one of ours', async () => {
    const id = await ask(setup, asker);
    const before = await setup.store.cases.get(id);
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
      ['answer-case', { case: id, text: 'x', outcome: 'applause' }],
      ['decline-case', { case: id, reason: 'tired' }],
      ['talk', { case: id, minutes: 1e9 }],
      ['talk', { case: id, day: 20_260_230 }],
    ];
    for (const [verb, data] of wrong) {
      await assert.rejects(
        setup.bot.press({ from: asker, message: 'any', verb, data }),
        MalformedAction,
        `${verb} ${JSON.stringify(data)}`,
      );
    }
    for (const [field, code] of [
      ['day', 'date-unreadable'],
      ['time', 'time-unreadable'],
      ['start', 'moment-unreadable'],
      ['minutes', 'minutes-unreadable'],
    ] as const) {
      const data = { case: id, [`talk.${field}`]: '2026-02-30' };
      await assert.rejects(setup.bot.press({ from: asker, message: 'any', verb: 'talk', data }), { code, field });
    }
    assert.deepEqual(await setup.store.cases.get(id), before);
  });

  it('reveals an anonymous asker in nothing that reaches the agent', async () => {
    const hidden = aPerson('hidden', { name: 'Gerda Skjult', unit: 'Hemmelig Enhed', phone: '70 99 88 77' });
    await setup.store.people.add(hidden);
    await say(setup, hidden, DILEMMA);
    await pressNewest(setup, hidden, 'submit-dilemma', { anonymous: 'yes' });
    await pressNewest(setup, agent, 'accept-case');
    await pressNewest(setup, agent, 'talk', { day: '2026-11-25', time: '13:00' });
    await pressNewest(setup, hidden, 'reply', { text: 'Jeg vil helst skrive.' });
    await pressNewest(setup, agent, 'answer-case', { text: 'Gå en tur med dem.', outcome: 'advice' });
    await pressNewest(setup, hidden, 'thank', { text: 'Tak.' });
    const reached = JSON.stringify(setup.posted.filter(({ to }) => to !== hidden._id));
    for (const trace of ['Gerda', 'Skjult', 'Hemmelig', hidden._id, '70 99 88 77', '.ics'])
      assert.ok(!reached.includes(trace), trace);
    await pressNewest(setup, hidden, 'reveal-me');
    assert.ok(JSON.stringify(setup.chatOf(agent)).includes('Gerda Skjult'));
  });
});
