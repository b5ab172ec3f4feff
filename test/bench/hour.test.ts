import assert from 'node:assert/strict';
import { alertFinding } from '../../bench/hour/alerts.ts';
import { amountsIn, BEGINS_UNTIL, mishapsIn, momentsOf } from '../../bench/hour/day.ts';
import { panelLines } from '../../bench/hour/prometheus.ts';
import { citizen, peopleOf } from '../../bench/hour/town.ts';
import { TRUTHS } from '../../bench/hour/truths.ts';
import { figure } from '../../bench/hour/watch.ts';
import { seeded } from '../support/fixtures/seeded.ts';

const HOUR = 3_600_000;

describe('the hour of load', () => {
  it('knows what is true of every line of the dashboard', () => {
    const names = panelLines().map(({ title, legend }) => `${title} [${legend}]`);
    assert.deepEqual(Object.keys(TRUTHS).toSorted(), names.toSorted());
  });

  it('spreads what people do over the time in which they begin something, most of it at the peaks', () => {
    const moments = momentsOf(2_000, HOUR, BEGINS_UNTIL, seeded(1));
    assert.equal(moments.length, 2_000);
    assert.deepEqual(
      moments,
      moments.toSorted((one, other) => one - other),
    );
    assert.ok(moments.every((at) => at >= 0 && at < HOUR * BEGINS_UNTIL));
    const within = (from: number, until: number) =>
      moments.filter((at) => at >= HOUR * from && at < HOUR * until).length;
    assert.ok(within(0.2, 0.3) > 2 * within(0.4, 0.5));
    assert.deepEqual(moments, momentsOf(2_000, HOUR, BEGINS_UNTIL, seeded(1)));
  });

  it('restarts and kills each process, and leaves half of the time to see whether its memory grows', () => {
    const mishaps = mishapsIn(HOUR);
    const slots = mishaps.flatMap((one) => ('slot' in one ? [`${one.kind} ${one.slot}`] : []));
    assert.deepEqual(slots, ['restart a', 'restart b', 'kill a', 'kill b']);
    const ends = mishaps.map((one) => one.at + ('lasts' in one ? one.lasts : 0));
    for (const [n, { at }] of mishaps.entries()) assert.ok(n === 0 || at >= (ends[n - 1] ?? 0), `${n} overlaps`);
    for (const one of mishaps) assert.ok('slot' in one ? one.at < HOUR * 0.3 : one.at < HOUR * 0.7, one.kind);
  });

  it('has as much to do in each minute, however long it lasts', () => {
    assert.deepEqual(amountsIn(60).nudges, 10 * amountsIn(6).nudges);
    assert.deepEqual(amountsIn(60).dilemmas, 10 * amountsIn(6).dilemmas);
  });

  it('fills the town with as many as get a nudge, besides those who want none or cannot be reached', () => {
    const people = peopleOf(1_000);
    const gets = people.filter(({ stopped, blocks }) => !stopped && !blocks);
    assert.ok(Math.abs(gets.length - 1_000) <= 5, String(gets.length));
    assert.equal(new Set(people.map(({ chat }) => chat)).size, people.length);
    for (const platform of ['teams', 'slack'] as const)
      assert.ok(people.some((one) => one.role === 'agent' && one.platform === platform));
    assert.equal(citizen(people.length).stopped, false);
  });

  it('lets alerts fire for what went wrong by plan, and for nothing else', () => {
    const minute = 60_000;
    const happened = [
      { kind: 'slack-429', from: 2 * minute, until: 3 * minute },
      { kind: 'store-away', from: 30 * minute, until: 32 * minute },
    ];
    const holds = (name: string, ...minutes: number[]) =>
      alertFinding(
        name,
        minutes.map((at) => at * minute),
        { began: 0, happened },
      ).holds;
    assert.ok(holds('SammenThrottled') && holds('SammenThrottled', 2.5, 17));
    assert.ok(!holds('SammenThrottled', 1) && !holds('SammenThrottled', 2.5, 20));
    assert.ok(holds('SammenStoreAway', 31.5, 32.5));
    for (const wrong of [[], [29, 31], [31, 35]]) assert.ok(!holds('SammenStoreAway', ...wrong));
    assert.ok(holds('SammenDown') && !holds('SammenDown', 31));
  });

  it('reads a figure of a scrape, added up over the labels that were not asked for', () => {
    const scrape = 'a_total{on="x",of="y"} 2\na_total{on="x",of="z"} 3\nb 0.5\n';
    assert.equal(figure(scrape, 'a_total', { on: 'x' }), 5);
    assert.equal(figure(scrape, 'a_total', { of: 'z' }), 3);
    assert.equal(figure(scrape, 'b'), 0.5);
    assert.equal(figure(scrape, 'c'), null);
  });
});
