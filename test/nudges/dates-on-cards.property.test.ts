import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Person } from '../../bot/people/person.ts';
import { DAY } from '../../bot/time/units.ts';
import { runJob } from '../../jobs/jobs.ts';
import { openTestBot, type TestBot } from '../support/fixtures/bot-on-store.ts';
import { aPerson } from '../support/fixtures/builders.ts';

const PEOPLE = ['anna', 'bo', 'carl', 'dorte', 'eva', 'finn'].map((id) => aPerson(id));
const FIRST_DAY = new Date('2026-12-01T00:00:00.000Z');
const DAYS = 36;
/** Hours (UTC) at which the clock ticks: before opening, at and after every slot that people choose. */
const TICKS = ['06:30', '07:01', '08:01', '09:31', '12:46', '14:31', '15:30'] as const;

const act = fc.record({
  day: fc.integer({ min: 1, max: DAYS - 1 }),
  tick: fc.integer({ min: 0, max: TICKS.length - 1 }),
  who: fc.integer({ min: 0, max: PEOPLE.length - 1 }),
  does: fc.oneof(
    fc.record({
      verb: fc.constant('set-nudge-time'),
      data: fc.record({
        weekday: fc.constantFrom('mon', 'tue', 'wed', 'thu', 'fri'),
        hour: fc.constantFrom('08:00', '09:00', '10:30', '13:45'),
      }),
    }),
    fc.integer({ min: 0, max: 20 }).map((ahead) => ({ verb: 'pause-nudges', data: { ahead } })),
    fc.constantFrom('stop-nudges', 'resume-nudges', 'show-nudges').map((verb) => ({ verb, data: {} })),
    fc.constantFrom('weekly', 'monthly').map((rhythm) => ({ verb: 'set-rhythm', data: { rhythm } })),
    fc.constant({ verb: 'nudge-will-try', data: {} }),
  ),
});

/** What the newest card that named a date said to a person: the local day, or that none comes. */
type Said = { now: Date; next: Date | null };

describe('the dates that cards name', function () {
  this.timeout(120_000);
  let setup: TestBot;
  afterEach(() => setup.close());

  const nudgesOf = (person: Person) =>
    setup.chatOf(person).flatMap(({ notice }) => (notice.kind === 'nudge' ? [notice.view] : []));

  const saidTo = (person: Person): Said | null => {
    const said = setup
      .chatOf(person)
      .flatMap(({ notice }) => {
        if (notice.kind === 'nudges') return [{ now: notice.now, next: notice.next }];
        if (notice.kind !== 'nudge') return [];
        const { message, now, next, reactions } = notice.view;
        return message === 'welcome' || reactions.length > 0 ? [{ now, next }] : [];
      })
      .sort((a, b) => a.now.getTime() - b.now.getTime());
    return said.at(-1) ?? null;
  };

  it('are the dates on which the next nudge comes, whatever people wish for in between', async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 10, maxLength: 40 }), async (acts) => {
        setup = await openTestBot(PEOPLE);
        const { deps } = setup;
        const day = (at: Date) => deps.time.localDate(at);
        const heldBy = new Map<string, number>();
        for (let n = 0; n < DAYS; n++) {
          const date = new Date(FIRST_DAY.getTime() + n * DAY).toISOString().slice(0, 10);
          for (const [tick, hour] of TICKS.entries()) {
            setup.now = new Date(`${date}T${hour}:00.000Z`);
            const before = PEOPLE.map((person) => ({ said: saidTo(person), had: nudgesOf(person).length }));
            await runJob('weekly-nudge', deps);
            await setup.sender.drain();
            for (const [who, person] of PEOPLE.entries()) {
              const { said, had } = before[who] ?? assert.fail();
              const comes = nudgesOf(person)
                .slice(had)
                .some(({ message }) => message !== 'welcome');
              // A card speaks of the next nudge, not of those after it.
              if (said === null || heldBy.get(person._id) === said.now.getTime()) continue;
              const about = `${person._id}, ${setup.now.toISOString()}, said ${said.next?.toISOString()}`;
              if (comes) {
                assert.ok(said.next !== null && day(said.next) === day(setup.now), `came on another day: ${about}`);
                heldBy.set(person._id, said.now.getTime());
                compared++;
              } else assert.ok(said.next === null || day(said.next) >= day(setup.now), `did not come: ${about}`);
            }
            for (const { who, does } of acts.filter((each) => each.day === n && each.tick === tick)) {
              const from = PEOPLE[who] ?? assert.fail();
              setup.now = new Date(setup.now.getTime() + 1000);
              const nudge = nudgesOf(from).findLast(({ message }) => message === 'nudge')?.id;
              if (does.verb === 'nudge-will-try' && nudge === undefined) continue;
              const until =
                'ahead' in does.data ? { until: day(new Date(setup.now.getTime() + does.data.ahead * DAY)) } : {};
              const data = { ...does.data, ...until, ...(does.verb === 'nudge-will-try' ? { nudge } : {}) };
              await setup.bot.press({ from, message: 'm', verb: does.verb, data, rev: n });
              await setup.sender.drain();
            }
          }
        }
        await setup.close();
      }),
      { numRuns: 2, endOnFailure: true },
    );
    assert.ok(compared > 10, `${compared} nudges were compared`);
  });
});
