import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { deliveryId } from '../../bot/ids.ts';
import { type NudgeRecord, nudgeIdFor } from '../../bot/nudges/nudge-record.ts';
import type { Person } from '../../bot/people/person.ts';
import { QUARTER_ANSWERS, type QuarterAnswer } from '../../bot/words.ts';
import { rollups } from '../../jobs/rollups.ts';
import { openTestBot, type TestBot } from '../support/fixtures/bot-on-store.ts';
import { aPerson, TUESDAY } from '../support/fixtures/builders.ts';

const WEEK = '2026-W48';
const SUNDAY = '2026-11-29';
const DAY = 86_400_000;

/** One colleague: whether they have a chat, what they wish, and what became of this week's message. */
const colleague = fc.record({
  hasChat: fc.boolean(),
  left: fc.integer({ max: 9, min: 0 }).map((number) => number === 0),
  stopped: fc.boolean(),
  pausedUntil: fc.constantFrom(null, '2026-11-27', SUNDAY, '2026-12-24'),
  delivery: fc.constantFrom('sent', 'unreachable', 'failed', 'none'),
  answers: fc.array(fc.record({ days: fc.integer({ min: 0, max: 9 }), answer: fc.constantFrom(...QUARTER_ANSWERS) }), {
    maxLength: 3,
  }),
});
type Colleague = typeof colleague extends fc.Arbitrary<infer C> ? C : never;

const personOf = ({ hasChat, left }: Colleague, nth: number): Person =>
  aPerson(`p${nth}`, { ...(hasChat ? {} : { addresses: [] }), left: left ? TUESDAY : null });

const record = (person: Person, { answers }: Colleague): NudgeRecord => ({
  _id: nudgeIdFor(WEEK, person._id),
  rev: 0,
  person: person._id,
  unit: null,
  week: WEEK,
  message: 'quarterly',
  principle: 'bygger-bro',
  text: null,
  before: [],
  plannedAt: TUESDAY,
  sent: null,
  reactions: answers
    .toSorted((a, b) => a.days - b.days)
    .map(({ days, answer }) => ({
      kind: 'answered',
      at: new Date(TUESDAY.getTime() + days * DAY),
      text: null,
      answer,
    })),
  receipts: [],
});

const live = async (person: Person, colleague: Colleague, { store }: TestBot): Promise<void> => {
  await store.readers.change(person._id, {
    stoppedAt: colleague.stopped ? TUESDAY : null,
    pausedUntil: colleague.pausedUntil,
  });
  if (colleague.delivery === 'none') return;
  const nudge = record(person, colleague.delivery === 'sent' ? colleague : { ...colleague, answers: [] });
  const id = deliveryId(nudge._id);
  await store.nudges.add(nudge);
  const say = { kind: 'nudge' as const, nudge: nudge._id };
  await store.deliveries.add({ id, to: person._id, manner: 'ping', notBefore: TUESDAY, say });
  await store.deliveries.claim(id, 'me', new Date(), new Date(Date.now() + DAY));
  if (colleague.delivery === 'sent')
    await store.nudges.sent(nudge._id, { at: TUESDAY, platform: 'teams', message: 'm' });
  await store.deliveries.finish(
    id,
    'me',
    colleague.delivery === 'sent'
      ? { state: 'sent', at: new Date() }
      : { state: colleague.delivery, reason: 'blocked' },
  );
};

/** Counts the generated people directly; shares no code with the program. */
const recounted = (all: readonly Colleague[]) => {
  const here = all.filter(({ left }) => !left);
  const chat = here.filter(({ hasChat }) => hasChat);
  const going = chat.filter(({ stopped }) => !stopped);
  const awake = going.filter(({ pausedUntil }) => pausedUntil === null || pausedUntil < SUNDAY);
  const weekOf = (days: number) =>
    DateTime.fromJSDate(TUESDAY, { zone: 'Europe/Copenhagen' }).plus({ days }).toFormat("kkkk-'W'WW");
  const quarterly: Record<string, number> = {};
  for (const { delivery, answers } of all) {
    if (delivery !== 'sent') continue;
    const inOrder = answers.toSorted((a, b) => a.days - b.days);
    const week = weekOf(inOrder[0]?.days ?? 0);
    const counts: QuarterAnswer | undefined = inOrder.filter(({ days }) => weekOf(days) === week).at(-1)?.answer;
    if (counts !== undefined) quarterly[`${week} ${counts}`] = (quarterly[`${week} ${counts}`] ?? 0) + 1;
  }
  return {
    directory: here.length,
    withChat: chat.length,
    standing: {
      stopped: chat.length - going.length,
      paused: going.length - awake.length,
      unreachable: awake.filter(({ delivery }) => delivery === 'unreachable').length,
    },
    quarterly,
  };
};

describe('the people figures of a closed week', () => {
  it('equal a recount of the statuses and of the quarterly answers', () =>
    fc.assert(
      fc.asyncProperty(fc.array(colleague, { minLength: 1, maxLength: 14 }), async (drawn) => {
        const people = drawn.map(personOf);
        const setup = await openTestBot(people);
        try {
          for (const [nth, colleague] of drawn.entries()) await live(people[nth] ?? assert.fail(), colleague, setup);
          // Ensures that the week has a fact and is summed, whichever people were generated.
          await setup.store.facts.put({ _id: 'talk', week: WEEK, unit: null, who: null, kind: 'talk' });
          setup.now = new Date(TUESDAY.getTime() + 7 * DAY);
          await rollups(setup.deps);
          const [first] = await setup.store.rollups.all();
          setup.now = new Date(TUESDAY.getTime() + 14 * DAY);
          await rollups(setup.deps);
          const quarterly = Object.fromEntries(
            (await setup.store.rollups.all()).flatMap(({ _id, quarterly: counts }) =>
              counts.flatMap(({ name, count }) => (count === 0 ? [] : [[`${_id} ${name}`, count]])),
            ),
          );
          assert.ok(first !== undefined);
          const { directory, withChat, standing } = first;
          assert.deepEqual({ directory, withChat, standing, quarterly }, recounted(drawn));
        } finally {
          await setup.close();
        }
      }),
      { numRuns: 25 },
    )).timeout(120_000);
});
