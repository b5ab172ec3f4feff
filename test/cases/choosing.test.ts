import assert from 'node:assert/strict';
import { createRoster, type RosterDeps } from '../../bot/cases/roster.ts';
import { type Bot, createBot } from '../../bot/conversation/bot.ts';
import { caseId, type PersonId, personId } from '../../bot/ids.ts';
import { MINUTE } from '../../bot/time/units.ts';
import type { Principle, Topic } from '../../bot/words.ts';
import { openTestBot, say, type TestBot } from '../support/fixtures/bot-on-store.ts';
import { anAgent, aPerson, aProfile } from '../support/fixtures/builders.ts';
import { seeded } from '../support/fixtures/seeded.ts';

const SEED = Number(process.env.SEED ?? 1);
const TODAY = '2026-11-24';
const WANTED_PRINCIPLES: readonly Principle[] = ['goer-det-nemt', 'tydelig-ramme'];
const WANTED_TOPICS: readonly Topic[] = ['lovgivning', 'oekonomi'];

type About = { principle: Principle; topic: Topic };

/** Another process on the same store: it has a picture and a queue of its own. */
const anotherProcess = ({ deps, store }: TestBot, now: RosterDeps['now'] = () => new Date()): Bot =>
  createBot({ ...deps, roster: createRoster({ ...store, now }), cases: { ...store.cases } });

/** Sends a dilemma about these, through one of the processes; returns whom it was offered to. */
const send = async (setup: TestBot, bot: Bot, asker: PersonId, about: About): Promise<PersonId | null> => {
  const from = (await setup.store.people.get(asker)) ?? assert.fail();
  await say(setup, from, 'Hvordan lytter vi bedre til borgerne, og får naboerne med fra starten?');
  const card = setup.chatOf(from).findLast(({ notice }) => notice.kind === 'draft');
  if (card?.notice.kind !== 'draft') assert.fail('no draft');
  const { id, rev } = card.notice.view;
  await bot.press({
    from,
    message: card.id,
    verb: 'submit-dilemma',
    data: { draft: id, rev, anonymous: 'no', ...about },
  });
  await setup.sender.flush();
  const sent = (await setup.store.cases.get(caseId(id))) ?? assert.fail();
  // Not what the text is guessed to be about: only then both are certain.
  assert.deepEqual(sent.labelled, { principle: 'asker', topic: 'asker' });
  return sent.offers[0]?.agent ?? null;
};

/** Whom the rules name (docs/rules.md, "Choosing an agent"), from a look at everybody and every case. */
const whomTheRulesName = async (
  { store }: TestBot,
  asker: PersonId,
  { principle, topic }: About,
): Promise<PersonId | null> => {
  const rows = [];
  const cases = await store.cases.burdens();
  for (const { _id, agent, absences, askedAt } of await store.people.agents()) {
    const isAway = absences.some(({ from, until }) => from <= TODAY && TODAY <= until);
    const load = cases.filter((c) =>
      c.state === 'active' ? c.agent === _id : c.offers.some((one) => one.state === 'open' && one.agent === _id),
    ).length;
    if (agent === null || _id === asker || isAway || load >= agent.capacity) continue;
    const hundredths =
      (agent.principles.includes(principle) ? 100 : 0) +
      (agent.topics.includes(topic) ? 60 : 0) -
      10 * load -
      (agent.languages.includes('da') ? 0 : 50);
    rows.push({ _id, keys: [-hundredths, load, askedAt.getTime()] });
  }
  rows.sort((a, b) => {
    const at = a.keys.findIndex((key, i) => key !== b.keys[i]);
    return at < 0 ? (a._id < b._id ? -1 : 1) : (a.keys[at] ?? 0) - (b.keys[at] ?? 0);
  });
  return rows[0]?._id ?? null;
};

const agents = () =>
  Array.from({ length: 9 }, (_, i) =>
    anAgent(`agent-${i}`, {
      agent: aProfile({
        principles: WANTED_PRINCIPLES.filter((_principle, n) => (i + n) % 3 > 0),
        topics: WANTED_TOPICS.filter((_topic, n) => (i + n) % 4 > 1),
        languages: i % 5 === 0 ? ['en'] : ['da'],
        capacity: 1 + (i % 3),
      }),
    }),
  );

describe('choosing an agent', () => {
  it('names whom a look at everybody would, from two processes while people answer, leave and come back', async () => {
    const random = seeded(SEED);
    const askers = Array.from({ length: 20 }, (_, i) => aPerson(`asker-${i}`));
    const setup = await openTestBot([...agents(), ...askers]);
    try {
      const bots = [setup.bot, anotherProcess(setup)];
      for (const { _id: asker } of askers) {
        const about = { principle: random.pick(WANTED_PRINCIPLES), topic: random.pick(WANTED_TOPICS) };
        const expected = await whomTheRulesName(setup, asker, about);
        assert.equal(await send(setup, random.pick(bots), asker, about), expected, asker);
        setup.now = new Date(setup.now.getTime() + MINUTE);
        const someone = personId(`agent-${random.below(9)}`);
        const held = await setup.store.cases.heldBy(someone);
        const c = held[0];
        if (c !== undefined && random.chance(0.6)) {
          const verb = c.state === 'waiting' ? random.pick(['accept-case', 'decline-case']) : 'give-back';
          const from = (await setup.store.people.get(someone)) ?? assert.fail();
          const message = setup.chatOf(from).at(-1)?.id ?? '';
          const data = { case: c._id, rev: c.rev, ...(verb === 'accept-case' ? {} : { reason: 'too-close' }) };
          await random.pick(bots).press({ from, message, verb, data });
          await setup.sender.flush();
        }
        const absence = { from: TODAY, until: TODAY, substitute: null };
        if (random.chance(0.2)) await setup.store.people.addAbsence(someone, absence);
        else await setup.store.people.dropAbsence(someone, absence);
      }
      const asked = await setup.store.cases.burdens();
      assert.ok(asked.length > 10);
    } finally {
      await setup.close();
    }
  }).timeout(60_000);

  it('asks nobody who is full, away or gone, though a process knows only what was true before', async () => {
    const about = { principle: 'tydelig-ramme', topic: 'oekonomi' } as const;
    const one = (id: string) => anAgent(id, { agent: aProfile({ capacity: 1 }) });
    const askers = ['a', 'b', 'c', 'd'].map((id) => aPerson(`asker-${id}`));
    const setup = await openTestBot([...['full', 'away', 'gone', 'here'].map(one), ...askers]);
    const [a, b, c, d] = askers.map(({ _id }) => _id);
    assert.ok(a && b && c && d);
    try {
      const { people } = setup.store;
      // Its machine's clock is so far ahead that it never sees what others change.
      const stale = anotherProcess(setup, () => new Date(Date.now() + 5 * MINUTE));
      for (const [i, id] of ['full', 'away', 'gone', 'here'].entries())
        await people.noteAsked(personId(id), new Date(setup.now.getTime() - (9 - i) * MINUTE));
      assert.equal(await send(setup, stale, a, about), 'full');
      await setup.store.people.addAbsence(personId('away'), { from: TODAY, until: TODAY, substitute: null });
      await people.change(personId('gone'), { left: setup.now, roles: [], manager: null });
      assert.equal(await send(setup, stale, b, about), 'here');
      assert.equal(await send(setup, stale, c, about), null);
      await people.dropAbsence(personId('away'), { from: TODAY, until: TODAY });
      assert.equal(await send(setup, setup.bot, d, about), 'away');
    } finally {
      await setup.close();
    }
  });

  it('goes on to whoever is left, however many turn out to be away', async () => {
    const away = Array.from({ length: 12 }, (_, i) => anAgent(`away-${i}`));
    const asker = aPerson('asker');
    const setup = await openTestBot([anAgent('first'), ...away, anAgent('left'), asker]);
    try {
      const { people, cases } = setup.store;
      const ids = ['first', ...away.map(({ _id }) => _id), 'left'].map(personId);
      for (const [i, id] of ids.entries())
        await people.noteAsked(id, new Date(setup.now.getTime() - (99 - i) * MINUTE));
      const stale = anotherProcess(setup, () => new Date(Date.now() + 5 * MINUTE));
      assert.equal(await send(setup, stale, asker._id, { principle: 'tydelig-ramme', topic: 'oekonomi' }), 'first');
      for (const { _id } of away) await people.addAbsence(_id, { from: TODAY, until: TODAY, substitute: null });
      const first = (await people.get(personId('first'))) ?? assert.fail();
      const [c] = await cases.heldBy(first._id);
      assert.ok(c);
      const message = setup.chatOf(first).at(-1)?.id ?? '';
      const data = { case: c._id, rev: c.rev, reason: 'too-close' };
      await stale.press({ from: first, message, verb: 'decline-case', data });
      assert.equal((await cases.get(c._id))?.offers.at(-1)?.agent, 'left');
    } finally {
      await setup.close();
    }
  });
});
