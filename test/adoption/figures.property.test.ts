import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createChance } from '../../app/demo/chance.ts';
import { makeCase } from '../../app/demo/demo-case.ts';
import { markForErasure } from '../../bot/accounts/erasure/ask-for-erasure.ts';
import { rebuildRollups } from '../../bot/adoption/close-weeks.ts';
import { BINS } from '../../bot/adoption/histogram.ts';
import type { Counts, Rollup } from '../../bot/adoption/rollup.ts';
import type { Case } from '../../bot/cases/case.ts';
import type { Deps } from '../../bot/deps.ts';
import { forget } from '../../jobs/forget.ts';
import { rollups } from '../../jobs/rollups.ts';
import { openTestBot, type TestBot } from '../support/fixtures/bot-on-store.ts';
import { anAgent, aPerson, TUESDAY, workingTime } from '../support/fixtures/builders.ts';
import { recount } from './support/recount.ts';

const DAY = 86_400_000;
const UNITS = ['Skolen', 'Havnen', 'Biblioteket'];
const PEOPLE = UNITS.flatMap((unit, nth) =>
  Array.from({ length: 6 }, (_none, at) => aPerson(`p${nth}${at}`, { unit })),
);
const AGENTS = Array.from({ length: 4 }, (_none, at) => anAgent(`agent${at}`, { unit: 'Rådhuset' }));

const someCases = (seed: number, many: number): Case[] => {
  const chance = createChance(seed);
  return Array.from({ length: many }, (_none, nth) => {
    const [asker, agent] = [PEOPLE[chance.whole(PEOPLE.length)], AGENTS[chance.whole(AGENTS.length)]];
    assert.ok(asker !== undefined && agent !== undefined);
    const askedAt = workingTime.nextOpen(new Date(TUESDAY.getTime() - chance.next() * 40 * DAY));
    return makeCase(asker, agent, askedAt, {
      chance,
      time: workingTime,
      promiseHours: 8,
      now: TUESDAY,
      nth,
      number: nth + 1,
    });
  });
};

const named = (counts: Counts) =>
  Object.fromEntries(counts.flatMap(({ name, count }) => (count === 0 ? [] : [[name, count]])));

const asRecounted = (rollup: Rollup) => ({
  asked: rollup.asked,
  anonymous: rollup.anonymous,
  onBehalf: rollup.onBehalf,
  units: named(rollup.units),
  principles: named(rollup.principles),
  topics: named(rollup.topics),
  talks: rollup.talks,
  introductions: rollup.introductions,
  reopened: rollup.reopened,
  quick: rollup.times.reduce((sum, count, bin) => sum + ((BINS[bin] ?? 0) <= 1 ? count : 0), 0),
  words: rollup.times.reduce((sum, count) => sum + count, 0),
  promises: named(rollup.promises),
  outcomes: named(rollup.outcomes),
  helpful: named(rollup.helpful),
  askedBack: named(rollup.askedBack),
  steps: named(rollup.steps),
  stepsKept: named(rollup.stepsKept),
  taken: rollup.agents.reduce((sum, { count }) => sum + count, 0),
});

/** Replaces the pseudonyms in a rollup by their number. */
const unnamed = ({ agents, ...sums }: Rollup) => ({
  ...sums,
  agents: agents.map(({ count }) => count).sort((a, b) => a - b),
});

/** A test bot with these cases, in units large enough to be shown separately. */
const houseWith = async (cases: readonly Case[]): Promise<TestBot> => {
  const rest = Array.from({ length: 5 }, (_none, at) => aPerson(`rest${at}`, { unit: 'Rådhuset' }));
  const setup = await openTestBot([...PEOPLE, ...AGENTS, ...rest]);
  for (const c of cases) await setup.store.cases.add(c);
  return setup;
};

/** Deps with which the process dies at the nth write of a fact. */
const dieAtCall = (nth: number, deps: Deps): Deps => {
  let left = nth;
  return {
    ...deps,
    facts: {
      ...deps.facts,
      put: async (fact) => {
        if (left-- === 0) throw new Error('killed');
        return deps.facts.put(fact);
      },
    },
  };
};

describe('the figures of closed weeks', () => {
  const drawn = fc.record({ seed: fc.nat(), many: fc.integer({ min: 1, max: 60 }), death: fc.nat({ max: 300 }) });

  it('equal a recount of the events, however often the job died or was repeated', () =>
    fc.assert(
      fc.asyncProperty(drawn, async ({ seed, many, death }) => {
        const cases = someCases(seed, many);
        const setup = await houseWith(cases);
        try {
          await rollups(dieAtCall(death, setup.deps)).catch(() => undefined);
          await rollups(setup.deps);
          await rollups(setup.deps);
          const all = await setup.store.rollups.all();
          for (const rollup of all) assert.deepEqual(asRecounted(rollup), recount(rollup._id, cases), rollup._id);
          const published = await setup.store.rollups.lastPublished();
          assert.equal(await rebuildRollups(setup.deps), all.length);
          assert.deepEqual(await setup.store.rollups.all(), all);
          assert.deepEqual(await setup.store.rollups.lastPublished(), published);
        } finally {
          await setup.close();
        }
      }),
      { numRuns: 12 },
    )).timeout(120_000);

  it('stay the same when people are erased, and contain none of their pseudonyms', () =>
    fc.assert(
      fc.asyncProperty(drawn, async ({ seed, many }) => {
        const setup = await houseWith(someCases(seed, many));
        const { store, deps } = setup;
        try {
          await rollups(deps);
          const [before, published] = [await store.rollups.all(), await store.rollups.lastPublished()];
          const gone = [...PEOPLE, ...AGENTS].filter((_person, at) => (seed + at) % 3 === 0);
          for (const person of gone) await markForErasure(person, deps);
          // A person who is still owed a message because somebody else was erased is erased after it.
          for (let times = 0; (await store.people.forgetting()).length > 0; times++) {
            assert.ok(times < 5);
            await forget(deps);
            await setup.sender.flush();
          }
          const after = await store.rollups.all();
          assert.deepEqual(after.map(unnamed), before.map(unnamed));
          // The sums come from the facts, and the facts agree with them.
          await rebuildRollups(deps);
          assert.deepEqual(await store.rollups.all(), after);
          assert.deepEqual(await store.rollups.lastPublished(), published);
          const facts = await (await setup.database.collection('facts', [])).find({});
          const counted = JSON.stringify([facts, after]);
          for (const { _id } of gone)
            for (const { _id: week } of before) assert.ok(!counted.includes(deps.pseudonyms.of(_id, week)));
        } finally {
          await setup.close();
        }
      }),
      { numRuns: 5 },
    )).timeout(120_000);

  it('contain no person, no case and no text', async () => {
    const cases = someCases(7, 30);
    const setup = await houseWith(cases);
    try {
      await rollups(setup.deps);
      const stored = JSON.stringify([
        await (await setup.database.collection('facts', [])).find({}),
        await setup.store.rollups.all(),
      ]);
      for (const { _id, text, asker } of cases) {
        for (const word of [_id, text, `"${asker}"`]) assert.ok(!stored.includes(word), word);
      }
    } finally {
      await setup.close();
    }
  });

  it('do not change for a late event, which counts in the open week', async () => {
    const setup = await houseWith(someCases(3, 20));
    try {
      await rollups(setup.deps);
      const before = await setup.store.rollups.all();
      const [late] = someCases(4, 1);
      assert.ok(late !== undefined);
      await setup.store.cases.add({
        ...late,
        _id: 'late' as Case['_id'],
        number: 500,
        askedAt: new Date(TUESDAY.getTime() - 30 * DAY),
      });
      await rollups(setup.deps);
      assert.deepEqual(await setup.store.rollups.all(), before);
      assert.ok((await setup.deps.facts.count('2026-W48', 'asked')) >= 1);
    } finally {
      await setup.close();
    }
  });
});
