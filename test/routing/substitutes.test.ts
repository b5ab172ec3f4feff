import assert from 'node:assert/strict';
import fc from 'fast-check';
import { personId } from '../../bot/ids.ts';
import { chooseAgent, type Standing } from '../../bot/routing/choose-agent.ts';
import { standInsAmong } from '../../bot/routing/stand-ins.ts';
import { aStanding } from '../support/fixtures/builders.ts';

const WANTED = { principle: 'lytter-foerst', topic: 'borgerdialog', language: 'da' } as const;
const NOBODY = new Set<Standing['id']>();
const away = (id: string, substitute: string | null, more: Partial<Standing> = {}) =>
  aStanding(id, { absent: true, substitute: substitute === null ? null : personId(substitute), ...more });
const poorMatch = (id: string, more: Partial<Standing> = {}) => aStanding(id, { principles: [], topics: [], ...more });

const chosen = (agents: Standing[], not: ReadonlySet<Standing['id']> = NOBODY) =>
  chooseAgent({ ...WANTED, not }, agents)?.agent ?? null;

describe('substitutes', () => {
  it('get the offers of the agent they replace, before the next best agent', () => {
    const agents = [away('best', 'friend'), poorMatch('friend'), aStanding('second', { load: 1 })];
    assert.equal(chosen(agents), 'friend');
    assert.equal(chooseAgent({ ...WANTED, not: NOBODY }, agents)?.reason.standsIn, true);
    assert.equal(chosen([aStanding('best'), ...agents.slice(1)]), 'best');
  });

  it('chain, and a cycle ends with the next best agent', () => {
    const chain = [away('best', 'b'), away('b', 'c', { load: 2 }), poorMatch('c'), aStanding('next', { load: 1 })];
    assert.equal(chosen(chain), 'c');
    const ring = [away('best', 'b'), away('b', 'c', { load: 2 }), away('c', 'best', { load: 2 }), poorMatch('next')];
    assert.equal(chosen(ring), 'next');
    assert.equal(chosen(ring.slice(0, 3)), null);
  });

  it('are skipped when they are excluded, full, or not an agent', () => {
    const next = poorMatch('next');
    assert.equal(chosen([away('best', 'friend'), poorMatch('friend'), next], new Set([personId('friend')])), 'next');
    assert.equal(chosen([away('best', 'friend'), poorMatch('friend', { load: 3 }), next]), 'next');
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
    const excluded = fc.uniqueArray(fc.constantFrom(...ids).map(personId)).map((list) => new Set(list));
    fc.assert(
      fc.property(team, excluded, (agents, not) => {
        const choice = chooseAgent({ ...WANTED, not }, agents);
        const available = agents.filter(({ id, absent, load, capacity }) => !absent && load < capacity && !not.has(id));
        assert.equal(choice === null, available.length === 0);
        if (choice !== null) assert.ok(available.some(({ id }) => id === choice.agent));
        assert.deepEqual(chooseAgent({ ...WANTED, not }, agents.toReversed()), choice);
        const standIn = standInsAmong(agents, not);
        for (const absentee of agents.filter(({ absent }) => absent)) {
          const substitute = standIn(absentee);
          assert.ok(substitute === null || (substitute.id !== absentee.id && available.includes(substitute)));
        }
      }),
    );
  });
});
