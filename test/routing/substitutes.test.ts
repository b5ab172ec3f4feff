import assert from 'node:assert/strict';
import fc from 'fast-check';
import { personId } from '../../bot/ids.ts';
import { chooseAgent, type Standing, standIn } from '../../bot/routing/choose-agent.ts';
import { aStanding } from '../support/fixtures/builders.ts';

const WANTED = { principle: 'lytter-foerst', topic: 'borgerdialog', language: 'da' } as const;
const nobody = new Set<Standing['id']>();
const away = (id: string, substitute: string | null, more: Partial<Standing> = {}) =>
  aStanding(id, { absent: true, substitute: substitute === null ? null : personId(substitute), ...more });
const poor = (id: string, more: Partial<Standing> = {}) => aStanding(id, { principles: [], topics: [], ...more });

const chosen = (agents: Standing[], not: ReadonlySet<Standing['id']> = nobody) =>
  chooseAgent({ ...WANTED, not }, agents)?.agent ?? null;

describe('substitutes', () => {
  it('get the offers of the agent they replace, before the next best agent', () => {
    const agents = [away('best', 'friend'), poor('friend'), aStanding('second', { load: 1 })];
    assert.equal(chosen(agents), 'friend');
    assert.equal(chooseAgent({ ...WANTED, not: nobody }, agents)?.reason.standsIn, true);
    assert.equal(chosen([aStanding('best'), ...agents.slice(1)]), 'best');
  });

  it('chain, and a cycle ends with the next best agent', () => {
    const chain = [away('best', 'b'), away('b', 'c', { load: 2 }), poor('c'), aStanding('next', { load: 1 })];
    assert.equal(chosen(chain), 'c');
    const ring = [away('best', 'b'), away('b', 'c', { load: 2 }), away('c', 'best', { load: 2 }), poor('next')];
    assert.equal(chosen(ring), 'next');
    assert.equal(chosen(ring.slice(0, 3)), null);
  });

  it('are skipped when they are the asker, above the asker, asked before, full, or not an agent', () => {
    const next = poor('next');
    assert.equal(chosen([away('best', 'friend'), poor('friend'), next], new Set([personId('friend')])), 'next');
    assert.equal(chosen([away('best', 'friend'), poor('friend', { load: 3 }), next]), 'next');
    assert.equal(chosen([away('best', 'colleague'), next]), 'next');
  });

  it('never lead to a forbidden agent or an endless loop, whoever replaces whom', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
    const agent = (id: string) =>
      fc
        .record({
          absent: fc.boolean(),
          substitute: fc.option(fc.constantFrom(...ids, 'stranger').map(personId), { nil: null }),
          load: fc.integer({ min: 0, max: 4 }),
        })
        .map((more) => aStanding(id, more));
    const team = fc.tuple(...ids.map(agent));
    const out = fc.uniqueArray(fc.constantFrom(...ids).map(personId)).map((list) => new Set(list));
    fc.assert(
      fc.property(team, out, (agents, not) => {
        const choice = chooseAgent({ ...WANTED, not }, agents);
        const available = agents.filter((one) => !one.absent && one.load < one.capacity && !not.has(one.id));
        assert.equal(choice === null, available.length === 0);
        if (choice !== null) assert.ok(available.some(({ id }) => id === choice.agent));
        assert.deepEqual(chooseAgent({ ...WANTED, not }, agents.toReversed()), choice);
        for (const one of agents) {
          const stand = standIn(one, not, agents);
          assert.ok(stand === null || (stand.id !== one.id && available.includes(stand)));
        }
      }),
    );
  });
});
