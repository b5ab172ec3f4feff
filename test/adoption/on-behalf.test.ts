import assert from 'node:assert/strict';
import { factsOfCase } from '../../bot/adoption/case-facts.ts';
import { drawWeek } from '../../bot/adoption/draw-week.ts';
import type { Fact } from '../../bot/adoption/fact.ts';
import { createPseudonyms } from '../../bot/adoption/pseudonym.ts';
import { publicationOf } from '../../bot/adoption/publish.ts';
import { type Rollup, sumWeek } from '../../bot/adoption/rollup.ts';
import type { Case } from '../../bot/cases/case.ts';
import { caseId } from '../../bot/ids.ts';
import { aCase, workingTime } from '../support/fixtures/builders.ts';

/** docs/rules.md, "On behalf of others" */

const pseudonyms = createPseudonyms('a key for tests, not for people');
const HEAD = { _id: '2026-W48', directory: 200, withChat: 150, standing: null, units: [{ unit: 'Park', people: 200 }] };

const facts = (many: number, whom: Case['for'], name: string): Fact[] =>
  Array.from({ length: many }, (_none, nth) =>
    factsOfCase(aCase('active', { _id: caseId(`${name}${nth}`), ...(whom === undefined ? {} : { for: whom }) }), {
      time: workingTime,
      pseudonyms,
    }),
  ).flat();
const head = HEAD as Parameters<typeof sumWeek>[0];
const week = (more: readonly Fact[]): Rollup => sumWeek(head, more);
const shown = (rollup: Rollup, noise = 0) =>
  publicationOf([drawWeek([rollup], null, () => noise)]).periods[0]?.now.behalf ?? assert.fail('not counted');

describe('what was asked for others', () => {
  it('counts citizens and colleagues together, and cases of an earlier version as asked for oneself', () => {
    const all = [
      ...facts(9, 'citizen', 'a'),
      ...facts(6, 'colleague', 'b'),
      ...facts(12, 'me', 'c'),
      ...facts(8, undefined, 'd'),
    ];
    assert.equal(week(all).onBehalf, 15);
    assert.deepEqual(shown(week(all)), [
      { name: 'onBehalf', count: 15 },
      { name: 'forSelf', count: 20 },
    ]);
  });

  it('counts facts and weeks that an earlier version stored, when nobody could ask for others', () => {
    const before = facts(20, undefined, 'e').map((fact): Fact => {
      if (fact.kind !== 'asked') return fact;
      const { for: _whom, ...older } = fact;
      return older;
    });
    assert.equal(week(before).onBehalf, 0);
    const { onBehalf: _none, ...older } = week(before);
    assert.deepEqual(shown(older), [
      { name: 'onBehalf', count: 0 },
      { name: 'forSelf', count: 20 },
    ]);
  });

  it('is shown with noise, and a few are not told apart', () => {
    assert.deepEqual(shown(week([...facts(2, 'citizen', 'f'), ...facts(20, 'me', 'g')]), 1), [
      { name: 'onBehalf', count: { under: 5 } },
      { name: 'forSelf', count: 21 },
    ]);
  });
});
