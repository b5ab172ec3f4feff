import assert from 'node:assert/strict';
import fc from 'fast-check';
import { personId } from '../../bot/ids.ts';
import { chooseAgent, type Standing, type Wanted } from '../../bot/routing/choose-agent.ts';
import type { Guess } from '../../bot/routing/guess.ts';
import { PRINCIPLES, TOPICS } from '../../bot/words.ts';
import { aStanding } from '../support/fixtures/builders.ts';
import { aGuess, wanted } from '../support/fixtures/guesses.ts';
import { seeded } from '../support/fixtures/seeded.ts';

const UNSURE = aGuess({ 'lytter-foerst': 0.4, 'tydelig-ramme': 0.35, 'bygger-bro': 0.25 });
const chosen = (want: Wanted, agents: Standing[]): string | null => chooseAgent(want, agents)?.agent ?? null;

describe('the work of equals', () => {
  const chance = seeded(7);
  const aRandomGuess = (): Guess => {
    const weights = <T extends string>(ids: readonly T[]) => {
      const drawn = ids.map((id) => [id, chance.below(1000) ** 3] as const);
      const sum = drawn.reduce((total, [, weight]) => total + weight, 0);
      return Object.fromEntries(drawn.map(([id, weight]) => [id, weight / sum])) as Record<T, number>;
    };
    return aGuess(weights(PRINCIPLES), weights(TOPICS));
  };

  it('is shared: of 10,000 cases the busiest gets at most 1.2 times the mean', () => {
    const kinds: Pick<Standing, 'principles' | 'topics'>[] = [
      { principles: ['lytter-foerst', 'bygger-bro'], topics: ['borgerdialog'] },
      { principles: ['tydelig-ramme', 'skaber-fremdrift'], topics: ['lovgivning', 'oekonomi'] },
      { principles: ['goer-det-nemt', 'fastholder-virkelyst'], topics: ['borgerinitiativ', 'tvaergaaende'] },
    ];
    const agents = Array.from({ length: 24 }, (_, n) => aStanding(`a${n}`, kinds[n % kinds.length]));
    const got = new Map(agents.map(({ id }) => [id, 0]));
    const open: Standing[] = [];
    for (let n = 0; n < 10_000; n++) {
      const choice = chooseAgent(wanted(aRandomGuess()), agents);
      const agent = agents.find(({ id }) => id === choice?.agent) ?? assert.fail('nobody');
      got.set(agent.id, (got.get(agent.id) ?? 0) + 1);
      agent.load++;
      agent.askedAt = new Date(n * 60_000);
      open.push(agent);
      // About half of all places are taken; cases end in any order.
      while (open.length > 30) {
        const [ended] = open.splice(chance.below(open.length), 1);
        if (ended !== undefined) ended.load--;
      }
    }
    for (const kind of kinds) {
      const counts = agents.filter(({ topics }) => topics === kind.topics).map(({ id }) => got.get(id) ?? 0);
      const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
      assert.ok(Math.max(...counts) <= 1.2 * mean, `${counts.join(' ')}`);
    }
  });

  it('goes to the same one every time, in whatever order they and what they know are listed', () => {
    const agent = (id: string) =>
      fc
        .record({
          principles: fc.shuffledSubarray([...PRINCIPLES]),
          topics: fc.shuffledSubarray([...TOPICS]),
          load: fc.integer({ min: 0, max: 2 }),
          unit: fc.constantFrom('Park', 'Skole', null),
        })
        .map((more) => aStanding(id, more));
    const team = fc.tuple(...['a', 'b', 'c', 'd', 'e'].map(agent));
    fc.assert(
      fc.property(team, fc.constantFrom(null, 'Park'), (agents, notFrom) => {
        const want = wanted(aRandomGuess(), { notFrom });
        const shuffled = agents
          .toReversed()
          .map((one) => ({ ...one, principles: one.principles.toReversed(), topics: one.topics.toReversed() }));
        assert.equal(chosen(want, shuffled), chosen(want, agents));
      }),
    );
  });

  it('is given out with one look at each agent', () => {
    let looks = 0;
    const agents = Array.from({ length: 2_000 }, (_, n) => {
      const agent = aStanding(`a${n}`, { absent: n % 2 === 0, substitute: personId(`a${(n + 2) % 2_000}`) });
      return new Proxy(agent, {
        get: (target, name, receiver) => {
          if (name === 'substitute') looks++;
          return Reflect.get(target, name, receiver);
        },
      });
    });
    assert.ok(chooseAgent(wanted(UNSURE), agents) !== null);
    assert.ok(looks <= 3 * agents.length, String(looks));
  });
});
