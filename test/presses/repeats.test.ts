import assert from 'node:assert/strict';
import type { Person } from '../../bot/people/person.ts';
import type { PressDelivery } from '../../bot/presses/press-delivery.ts';
import { Refusal } from '../../bot/refusal.ts';
import { ask, openTestBot, pressNewest, type TestBot } from '../support/fixtures/bot-on-store.ts';
import { anAgent, aPerson, aWelcome } from '../support/fixtures/builders.ts';

const asker = aPerson('asker');
const agent = anAgent('agent');
const hr = aPerson('hr', { roles: ['hr', 'admin'] });

type Press = { from: Person; verb: string; data?: Record<string, unknown> };
const AWAY = { from: '2027-01-11', until: '2027-01-15' };

/** A wish, what undoes it, and how to see which of the two holds. */
type Toggle = { name: string; wish: Press; undo: Press; seen: (setup: TestBot) => Promise<unknown> };

const personNow = async (setup: TestBot, { _id }: Person): Promise<Person> =>
  (await setup.store.people.get(_id)) ?? assert.fail();

const TOGGLES: readonly Toggle[] = [
  {
    name: 'stop and start the weekly principle',
    wish: { from: asker, verb: 'stop-nudges' },
    undo: { from: asker, verb: 'resume-nudges' },
    seen: async ({ store }) => (await store.readers.get(asker._id)).stoppedAt !== null,
  },
  {
    name: 'start and stop the weekly principle',
    wish: { from: asker, verb: 'resume-nudges' },
    undo: { from: asker, verb: 'stop-nudges' },
    seen: async ({ store }) => (await store.readers.get(asker._id)).stoppedAt !== null,
  },
  {
    name: 'pause the weekly principle and go on',
    wish: { from: asker, verb: 'pause-nudges', data: { until: '2027-01-15' } },
    undo: { from: asker, verb: 'resume-nudges' },
    seen: async ({ store }) => (await store.readers.get(asker._id)).pausedUntil,
  },
  {
    name: 'choose a rhythm',
    wish: { from: asker, verb: 'set-rhythm', data: { rhythm: 'monthly' } },
    undo: { from: asker, verb: 'set-rhythm', data: { rhythm: 'weekly' } },
    seen: async ({ store }) => (await store.readers.get(asker._id)).rhythm,
  },
  {
    name: 'choose a time',
    wish: { from: asker, verb: 'set-nudge-time', data: { weekday: 'tue', hour: '10:00' } },
    undo: { from: asker, verb: 'set-nudge-time', data: { weekday: 'mon', hour: '09:00' } },
    seen: async ({ store }) => (await store.readers.get(asker._id)).weekday,
  },
  {
    name: 'set an absence and end it',
    wish: { from: agent, verb: 'set-absence', data: AWAY },
    undo: { from: agent, verb: 'end-absence', data: AWAY },
    seen: async (setup) => (await personNow(setup, agent)).absences.length,
  },
  {
    name: 'change a profile and change it back',
    wish: { from: agent, verb: 'set-profile', data: { capacity: '7' } },
    undo: { from: agent, verb: 'set-profile', data: { capacity: '2' } },
    seen: async (setup) => (await personNow(setup, agent)).agent?.capacity,
  },
  {
    name: 'choose a language',
    wish: { from: asker, verb: 'set-language', data: { language: 'en' } },
    undo: { from: asker, verb: 'set-language', data: { language: 'da' } },
    seen: async (setup) => (await personNow(setup, asker)).language,
  },
  {
    name: 'give a role and take it',
    wish: { from: hr, verb: 'give-role', data: { person: asker._id, role: 'hr' } },
    undo: { from: hr, verb: 'take-role', data: { person: asker._id, role: 'hr' } },
    seen: async (setup) => (await personNow(setup, asker)).roles,
  },
  {
    name: 'mark a colleague as left and bring them back',
    wish: { from: hr, verb: 'mark-left', data: { person: asker._id } },
    undo: { from: hr, verb: 'bring-back', data: { person: asker._id } },
    seen: async (setup) => (await personNow(setup, asker)).left !== null,
  },
  {
    name: 'close a day and open it',
    wish: { from: hr, verb: 'add-closed-day', data: { date: '2026-12-23' } },
    undo: { from: hr, verb: 'remove-closed-day', data: { date: '2026-12-23' } },
    seen: async ({ store }) => store.closedDays.has('2026-12-23'),
  },
  {
    name: 'pause a run and go on',
    wish: { from: hr, verb: 'pause-run', data: { week: '2026-W50' } },
    undo: { from: hr, verb: 'resume-run', data: { week: '2026-W50' } },
    seen: async ({ store }) => (await store.runs.get('2026-W50'))?.paused,
  },
];

const ONE = new Date('2026-11-24T09:00:00Z');
const later = (seconds: number): Date => new Date(ONE.getTime() + seconds * 1000);
let ids = 0;

/** How each platform delivers presses that people make one after the other; the third is the first wish again. */
const DELIVERIES: Record<string, (n: number) => PressDelivery> = {
  sandbox: () => ({ id: null, at: ONE, sameWish: 'while-it-holds' }),
  slack: (n) => ({ id: `17.${++ids}`, at: later(n), sameWish: 'for-a-minute-while-it-holds' }),
  teams: (n) => ({ id: `f:${++ids}`, at: later(n * 61), sameWish: 'for-a-minute' }),
};

describe('a press', () => {
  let setup: TestBot;
  beforeEach(async () => {
    setup = await openTestBot([asker, agent, hr]);
  });
  afterEach(() => setup.close());

  const press = ({ from, verb, data = {} }: Press, delivery: PressDelivery, message = 'm1') =>
    setup.bot.press({ from, message, verb, data, delivery });

  for (const [platform, delivery] of Object.entries(DELIVERIES)) {
    it(`in ${platform} is done again once its effect was undone, and once each time`, async () => {
      for (const { name, wish, undo, seen } of TOGGLES) {
        assert.equal(await press(wish, delivery(0), name), 'done', name);
        const wished = await seen(setup);
        assert.equal(await press(undo, delivery(1), name), 'done', name);
        assert.notDeepEqual(await seen(setup), wished, name);
        const third = delivery(2);
        assert.equal(await press(wish, third, name), 'done', `${name}, again`);
        assert.deepEqual(await seen(setup), wished, name);
        assert.equal(await press(wish, third, name), 'repeated', `${name}, delivered again`);
        assert.equal(await press(undo, delivery(3), name), 'done', `${name}, undone again`);
        if (third.id !== null) assert.equal(await press(wish, third, name), 'repeated', `${name}, delivered late`);
        assert.notDeepEqual(await seen(setup), wished, name);
      }
    });
  }

  it('is answered each time it is a new one', async () => {
    const { slack } = DELIVERIES;
    if (slack === undefined) assert.fail();
    const answers = async () => {
      await setup.sender.flush();
      return setup.chatOf(agent).length;
    };
    for (let n = 0; n < 6; n++) {
      const [verb, before] = [n % 2 === 0 ? 'set-absence' : 'end-absence', await answers()];
      const delivery = slack(n);
      await Promise.all([1, 2].map(() => press({ from: agent, verb, data: AWAY }, delivery)));
      assert.equal((await answers()) - before, 1, `${verb} ${n}`);
    }
  });

  it('in Teams within a minute is the same press, although its id is new and its effect was undone', async () => {
    const at = (id: string, seconds: number): PressDelivery => ({ id, at: later(seconds), sameWish: 'for-a-minute' });
    const away: Press = { from: agent, verb: 'set-absence', data: AWAY };
    const back: Press = { from: agent, verb: 'end-absence', data: AWAY };
    assert.equal(await press(away, at('f:a', 0)), 'done');
    assert.equal(await press(back, at('f:b', 10)), 'done');
    await assert.rejects(press(away, at('f:c', 59)), { code: 'just-pressed' });
    assert.equal(await press(away, at('f:c', 59)), 'repeated', 'delivered again');
    assert.equal(await press(away, at('f:d', 61)), 'done');
    assert.equal(await press(back, at('f:e', 200)), 'done');
    assert.equal(await press(away, at('f:c', 400)), 'repeated', 'the same activity, much later');
    assert.equal((await personNow(setup, agent)).absences.length, 0);
  });

  it('of somebody who clicks twice is one press', async () => {
    const at = (id: string, seconds: number): PressDelivery => ({
      id,
      at: later(seconds),
      sameWish: 'for-a-minute-while-it-holds',
    });
    const id = await ask(setup, asker);
    await pressNewest(setup, agent, 'accept-case');
    const words: Press = { from: agent, verb: 'reply', data: { case: id, rev: 3, text: 'Hvem kender du?' } };
    assert.deepEqual(await Promise.all([press(words, at('1', 0)), press(words, at('2', 0))]), ['done', 'repeated']);
    assert.equal(await press(words, at('3', 90)), 'done', 'the same words later are said again');
  });

  it('that swaps the nudges of a week swaps once, however many deliveries arrive together', async () => {
    const swap: Press = { from: hr, verb: 'swap-nudge', data: { week: '2026-W50' } };
    const delivery: PressDelivery = { id: '17.1', at: ONE, sameWish: 'for-a-minute-while-it-holds' };
    await Promise.all(Array.from({ length: 4 }, () => press(swap, delivery)));
    const once = await setup.store.runs.get('2026-W50');
    assert.equal(await press(swap, delivery), 'repeated');
    assert.equal(await press(swap, { ...delivery, id: '17.2', at: later(61) }), 'done');
    const twice = await setup.store.runs.get('2026-W50');
    assert.notDeepEqual(twice?.texts, once?.texts);
    assert.ok(once?.skipped.every((text) => twice?.skipped.includes(text)));
    assert.ok((twice?.skipped.length ?? 0) > (once?.skipped.length ?? 0));
  });

  it('on a nudge is done again when its draft is gone, or its answer was changed', async () => {
    const { sandbox } = DELIVERIES;
    if (sandbox === undefined) assert.fail();
    const nudge = aWelcome(asker._id);
    await setup.store.nudges.add(nudge);
    const on = (verb: string, data = {}) =>
      press({ from: asker, verb, data: { nudge: nudge._id, rev: 1, ...data } }, sandbox(0));
    const drafts = () => setup.store.drafts.openOf(asker._id);
    assert.deepEqual([await on('nudge-spar'), await on('nudge-spar')], ['done', 'repeated']);
    const [draft] = await drafts();
    await press({ from: asker, verb: 'discard-draft', data: { draft: draft?._id } }, sandbox(0));
    assert.deepEqual([await on('nudge-spar'), (await drafts()).length], ['done', 1]);
    for (const when of ['week', 'month', 'week']) {
      assert.equal(await on('answer-quarterly', { when }), 'done', when);
      assert.equal(await on('answer-quarterly', { when }), 'repeated', when);
    }
    const { reactions } = (await setup.store.nudges.get(nudge._id)) ?? assert.fail();
    assert.deepEqual(
      reactions.flatMap(({ answer }) => answer ?? []),
      ['week', 'month', 'week'],
    );
  });

  it('that only shows something shows it again after a minute', async () => {
    const id = await ask(setup, asker);
    const show: Press = { from: asker, verb: 'show-case', data: { case: id } };
    const at = (seconds: number): PressDelivery => ({ id: null, at: later(seconds), sameWish: 'while-it-holds' });
    const outcomes = [];
    for (const seconds of [0, 59, 61]) outcomes.push(await press(show, at(seconds)));
    assert.deepEqual(outcomes, ['done', 'repeated', 'done']);
  });

  it('on a case is done again when its effect is gone, and never twice while it holds', async () => {
    const id = await ask(setup, asker);
    const { sandbox } = DELIVERIES;
    if (sandbox === undefined) assert.fail();
    const does = async (from: Person, verb: string, data: Record<string, unknown> = {}, outcome = 'done') => {
      const did = await press({ from, verb, data: { case: id, rev: 1, ...data } }, sandbox(0)).catch((error) => {
        if (error instanceof Refusal) return error.code;
        throw error;
      });
      assert.equal(did, outcome, `${verb} ${JSON.stringify(data)}`);
    };
    const now = async () => (await setup.store.cases.get(id)) ?? assert.fail();
    const ANSWER = { text: 'Gå en tur.', outcome: 'advice', nextStep: 'Ring', nextStepDate: '2026-12-10' };
    await does(agent, 'accept-case');
    await does(agent, 'accept-case', {}, 'repeated');
    for (const time of ['13:30', '14:00', '13:30']) await does(agent, 'talk', { day: '2026-12-10', time });
    await does(agent, 'talk', { day: '2026-12-10', time: '13:30' }, 'repeated');
    await does(agent, 'reply', { text: 'Ja.' });
    await does(asker, 'reply', { text: 'Fint.' });
    await does(agent, 'reply', { text: 'Ja.' }, 'repeated');
    await does(agent, 'answer-case', ANSWER);
    for (const helpful of ['yes', 'no', 'yes']) {
      await does(asker, 'rate-answer', { helpful });
      assert.equal((await now()).rating, helpful);
      await does(asker, 'rate-answer', { helpful }, 'repeated');
    }
    await does(asker, 'accept-step');
    await does(asker, 'drop-step');
    await does(asker, 'accept-step');
    assert.equal((await now()).step?.state, 'accepted');
    await does(agent, 'answer-case', ANSWER, 'repeated');
    for (let n = 0; n < 2; n++) {
      await does(asker, 'close-case');
      await does(asker, 'close-case', {}, 'repeated');
      await does(asker, 'reopen-case', { text: 'Der er mere.' });
      await does(asker, 'reopen-case', { text: 'Der er mere.' }, 'repeated');
    }
    await does(agent, 'answer-case', ANSWER);
    await does(asker, 'withdraw-case');
    await does(asker, 'withdraw-case', {}, 'repeated');
    await does(agent, 'reply', { text: 'Ja.' }, 'repeated');
  });
});
