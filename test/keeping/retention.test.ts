import assert from 'node:assert/strict';
import { type CaseId, caseId, deliveryId } from '../../bot/ids.ts';
import { Refusal } from '../../bot/refusal.ts';
import { runJob } from '../../jobs/jobs.ts';
import { filesWith } from '../support/assertions/files-with.ts';
import { ask, openTestBot, pressNewest, say, type TestBot } from '../support/fixtures/bot-on-store.ts';
import { anAgent, anOwed, aPerson, TUESDAY } from '../support/fixtures/builders.ts';

const DAY = 86_400_000;
const mette = aPerson('mette', { name: 'Mette Krogh' });
const karen = anAgent('karen', { name: 'Karen Skov' });
const DILEMMA = 'Hvordan plejer vi zebrafinkerne i springvandet på torvet?';
const ANSWER = 'Spørg tårnfalken på rådhuset, før nogen bygger noget.';
const NOTE = 'Gærdesmutten siger tak.';
const WORDS = ['zebrafinkerne', 'tårnfalken', 'Gærdesmutten'];

describe('retention', () => {
  let setup: TestBot;
  beforeEach(async () => {
    setup = await openTestBot([mette, karen]);
  });
  afterEach(() => setup.close());

  const run = async () => {
    const counts = await runJob('retention', setup.deps, 'hand');
    await setup.sender.flush();
    return counts;
  };
  const closedCase = async (): Promise<CaseId> => {
    const id = await ask(setup, mette, DILEMMA);
    await pressNewest(setup, karen, 'accept-case', { text: 'Jeg ser på det.' });
    await pressNewest(setup, karen, 'answer-case', { text: ANSWER, outcome: 'advice' });
    await pressNewest(setup, mette, 'thank', { text: NOTE });
    await pressNewest(setup, mette, 'close-case');
    return id;
  };
  const factsInAll = async (): Promise<number> => (await setup.database.collection('facts', [])).count({});
  const months = (count: number) => new Date(Date.UTC(2026, 10 + count, 24, 9));

  it('takes a case a year after its end, with every word of it, and keeps its facts', async () => {
    const id = await closedCase();
    setup.now = months(12);
    assert.equal((await run())['cases-ended'], 0, 'not before twelve months are over');
    for (const word of WORDS) assert.ok((await filesWith(setup, word)).length > 0, word);
    setup.now = new Date(months(12).getTime() + DAY);
    assert.equal((await run())['cases-ended'], 1);
    for (const word of WORDS) assert.deepEqual(await filesWith(setup, word), [], word);
    assert.equal(await setup.store.cases.get(id), null);
    assert.equal((await run())['cases-ended'], 0, 'once');
    assert.ok((await factsInAll()) >= 4, String(await factsInAll()));
  });

  it('lets old cards, the number and the list say so in a friendly way', async () => {
    const id = await closedCase();
    const [card] = setup.chatOf(mette).filter(({ notice }) => notice.kind === 'case');
    setup.now = months(13);
    await run();
    const gone = { kind: 'case-gone', number: 1, months: 12 };
    for (const person of [mette, karen])
      assert.deepEqual(setup.chatOf(person).findLast(({ updates }) => updates > 0)?.notice, gone, person.name);
    const press = { from: mette, message: card?.id ?? 'm', verb: 'reopen-case', data: { case: id, text: 'Hallo?' } };
    await assert.rejects(setup.bot.press(press), (error) => error instanceof Refusal && error.code === 'case-gone');
    await say(setup, mette, 'sag 1');
    assert.deepEqual(setup.chatOf(mette).at(-1)?.notice, gone);
    await say(setup, mette, 'sag 2');
    assert.equal(setup.chatOf(mette).at(-1)?.notice.kind, 'case-not-found');
    await say(setup, mette, 'mine sager');
    const listed = setup.chatOf(mette).at(-1)?.notice;
    assert.ok(listed?.kind === 'my-cases' && listed.cases.length === 0);
    setup.now = new Date(setup.now.getTime() + 2 * DAY);
    await run();
    assert.deepEqual(await setup.store.posts.readersOf(id), [], 'nobody needs to know any more where the cards are');
  });

  it('goes on where a process died, at every step', async () => {
    const id = await closedCase();
    setup.now = months(13);
    const { expiredCases, outbox } = setup.deps;
    const died = new Error('the process died');
    const dying = [
      { expiredCases: { ...expiredCases, noteGone: () => Promise.reject(died) } },
      { expiredCases: { ...expiredCases, remove: () => Promise.reject(died) } },
      { expiredCases: { ...expiredCases, untold: () => Promise.reject(died) } },
      { outbox: { ...outbox, add: () => Promise.reject(died) } },
      { expiredCases: { ...expiredCases, told: () => Promise.reject(died) } },
    ];
    for (const ports of dying)
      await assert.rejects(runJob('retention', { ...setup.deps, ...ports }, 'hand'), /the process died/);
    await Promise.all([run(), run()]);
    assert.equal(await setup.store.cases.get(id), null);
    for (const word of WORDS) assert.deepEqual(await filesWith(setup, word), [], word);
    const updated = setup.chatOf(karen).filter(({ notice }) => notice.kind === 'case-gone');
    assert.equal(updated.length, 1);
  });

  it('waits for what a case still owes', async () => {
    const id = await closedCase();
    setup.now = months(13);
    const { cases } = setup.store;
    const say = { kind: 'case', case: id, from: 'all' } as const;
    const owes = [{ ...anOwed({ to: karen._id }), say }];
    const { rev } = (await cases.get(id)) ?? assert.fail();
    assert.ok(await cases.change(id, rev, { set: {}, turns: [], events: [], owes }, null));
    assert.equal((await run())['cases-ended'], 0);
    assert.equal((await run())['cases-ended'], 1, 'the first run sent it');
  });

  it('runs once a day by the clock, and does not look again before', async () => {
    await closedCase();
    setup.now = months(13);
    const { 'cases-ended': ended } = await runJob('retention', setup.deps);
    assert.equal(ended, 1);
    const { 'cases-ended': again } = await runJob('retention', setup.deps);
    assert.equal(again, undefined);
  });

  it('forgets sent messages and finished drafts after 60 days, but not what comes once in a lifetime', async () => {
    const id = await closedCase();
    const { deliveries, drafts } = setup.store;
    const say = { kind: 'reply', reply: { kind: 'thanks' } } as const;
    const once = { id: deliveryId('greeting.mette'), to: mette._id, manner: 'ping', notBefore: TUESDAY, say } as const;
    await deliveries.add(once);
    await setup.sender.flush();
    setup.now = new Date(TUESDAY.getTime() + 59 * DAY);
    assert.equal((await run())['messages-removed'], 0);
    setup.now = new Date(TUESDAY.getTime() + 65 * DAY);
    const counts = await run();
    assert.ok((counts['messages-removed'] ?? 0) > 3, String(counts['messages-removed']));
    assert.equal(counts['drafts-removed'], 1);
    assert.equal(await drafts.get(caseId(id)), null);
    assert.deepEqual([...(await deliveries.statesOf([once.id])).keys()], [once.id]);
    assert.notEqual(await setup.store.cases.get(id), null);
    assert.ok((await setup.store.posts.readersOf(id)).length > 0, 'the cards of a case stay known');
  });
});
