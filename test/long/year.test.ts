import assert from 'node:assert/strict';
import sinon from 'sinon';
import type { PersonId } from '../../bot/ids.ts';
import type { Notice, Saying } from '../../bot/notices.ts';
import type { Person } from '../../bot/people/person.ts';
import { Refusal } from '../../bot/refusal.ts';
import { DAY, HOUR, MINUTE } from '../../bot/time/units.ts';
import { createCards } from '../../cards/create-cards.ts';
import { renderPlainText } from '../../cards/plain-text.ts';
import { runJob } from '../../jobs/jobs.ts';
import { JOB_NAMES } from '../../jobs/names.ts';
import { DeliveryError } from '../../outbox/delivery-error.ts';
import type { Delivery } from '../../outbox/ports.ts';
import { openTestBot, type TestBot } from '../support/fixtures/bot-on-store.ts';
import { content } from '../support/fixtures/content.ts';
import { type Seeded, seeded } from '../support/fixtures/seeded.ts';
import { pressOn } from './support/habits.ts';
import { failDuring, outagesBetween } from './support/outages.ts';
import { townHall, UNITS } from './support/town.ts';
import { createWatch, SAYS_WHEN_FROM_TODAY } from './support/watch.ts';

/** A Monday. The year holds both changes of the clocks, every public holiday and a turn of the year. */
const START = new Date('2026-03-02T06:00:00.000Z');
/** CI plays the short form; the full one takes a quarter of an hour. */
const DAYS = Number(process.env.DAYS ?? (process.env.LONG === 'short' ? 28 : 364));
const SEED = Number(process.env.SEED ?? 7);

/** People may write "i morgen"; Sammen may not, and the watch looks for it. */
const DILEMMAS = content.dilemmas.map(({ text }) => text).filter((text) => !SAYS_WHEN_FROM_TODAY.test(text));

describe(`a town hall of 40 people, ${DAYS} days long`, function () {
  this.timeout(3_600_000);
  let setup: TestBot;
  let clock: sinon.SinonFakeTimers;

  before(async () => {
    clock = sinon.useFakeTimers({ now: START, toFake: ['Date'] });
    setup = await openTestBot(townHall());
  });
  after(async () => {
    clock.restore();
    await setup.close();
  });

  it('keeps every promise, loses no word and lets no case wait without a human', async () => {
    const random = seeded(SEED);
    const { principles, organisation } = content;
    const cards = createCards({ timeZone: organisation.timeZone, principles });
    const watch = createWatch(setup.deps.time);
    const chats = new Map<PersonId, Map<string, { message: string; notice: Notice }>>();
    const counts: Record<string, number> = {};
    const count = (what: string, many = 1) => {
      counts[what] = (counts[what] ?? 0) + many;
    };

    const end = new Date(START.getTime() + DAYS * DAY);
    const outages = outagesBetween(START, end, random);
    count('outages', outages.length);
    /** Until when somebody's chat takes nothing. */
    const gone = new Map<PersonId, number>();

    setup.trouble = (to, platform) => {
      failDuring(outages, platform, setup.now);
      if ((gone.get(to._id) ?? 0) > setup.now.getTime())
        throw new DeliveryError('unreachable', 'the person removed Sammen');
    };
    setup.shown = (to, message, notice) => {
      if (notice.kind !== 'case' && notice.kind !== 'draft') return;
      const chat = chats.get(to._id) ?? new Map();
      chats.set(to._id, chat);
      chat.set(notice.view.id, { message, notice });
      if (notice.kind === 'case') watch.note(to, notice, renderPlainText(cards.card(notice, 'da'), 'da'), setup.now);
    };

    let heard = 0;
    const say = async (from: Person, text: string) => {
      await setup.bot.returned(from);
      await setup.bot.hear({ id: `year-${++heard}`, from, text });
    };
    const press = async (from: Person, message: string, verb: string, data: Record<string, unknown>) => {
      try {
        await setup.bot.returned(from);
        await setup.bot.press({ from, message, verb, data });
        count(verb);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        count('refused');
      }
    };

    const ids = townHall().map(({ _id }) => _id);
    const isWatching = (id: PersonId) => (gone.get(id) ?? 0) <= setup.now.getTime();

    const live = async (id: PersonId): Promise<void> => {
      const person = await setup.store.people.get(id);
      if (person === null || person.left !== null || !isWatching(id)) return;
      if (person.absences.some(({ from, until }) => from <= today() && today() <= until)) return;
      if (random.chance(0.0012)) {
        await say(person, random.pick(DILEMMAS));
        count('dilemmas');
      }
      for (const { message, notice } of [...(chats.get(id)?.values() ?? [])]) {
        if (notice.kind === 'draft' && notice.view.state === 'open' && random.chance(0.3))
          await press(person, message, 'submit-dilemma', {
            draft: notice.view.id,
            anonymous: random.chance(0.25) ? 'yes' : 'no',
            today: random.chance(0.1) ? 'yes' : 'no',
          });
        if (notice.kind === 'case' && random.chance(diligence(person, random))) {
          const wish = pressOn(notice.view, random);
          if (wish !== null) await press(person, message, wish.verb, { case: notice.view.id, ...wish.data });
        }
      }
    };
    const today = () => setup.deps.time.localDate(setup.now);

    /** Somebody works in another unit and writes on the other platform from now on. */
    const move = async ({ _id, addresses }: Person): Promise<void> => {
      await setup.store.people.change(_id, { unit: random.pick(UNITS) });
      const [old] = addresses;
      if (old === undefined) return;
      const platform = old.platform === 'teams' ? 'slack' : 'teams';
      await setup.store.people.seen(_id, { platform, id: `${platform}-${_id}`, at: setup.now });
      await setup.store.people.dropAddress(_id, old, false);
    };

    /** What happens to people once a day. */
    const fate = async (): Promise<void> => {
      for (const id of ids) {
        const person = await setup.store.people.get(id);
        if (person === null || person.left !== null) continue;
        if (random.chance(1 / 200)) {
          gone.set(id, setup.now.getTime() + (1 + random.below(20)) * DAY);
          count('removed Sammen');
        }
        if (random.chance(1 / 90)) {
          await setup.store.people.addAbsence(id, {
            from: today(),
            until: setup.deps.time.localDate(new Date(setup.now.getTime() + random.below(15) * DAY)),
            substitute: random.chance(0.5) ? random.pick(ids) : null,
          });
          count('absences');
        }
        if (random.chance(1 / 300)) {
          await setup.store.people.change(id, { email: `${id}.${setup.now.getTime()}@kommune.example` });
          count('new addresses');
        }
        if (random.chance(1 / 300)) {
          await move(person);
          count('moves');
        }
        if (random.chance(1 / 4000)) {
          await setup.store.people.change(id, { left: setup.now, leaving: true, roles: [], manager: null });
          count('leavers');
        }
      }
    };

    const tick = async (): Promise<void> => {
      for (const name of JOB_NAMES)
        for (const [what, many] of Object.entries(await runJob(name, setup.deps))) count(`${name}: ${what}`, many);
      await setup.sender.sweep();
    };
    const passUntil = async (until: Date, happens: (at: Date) => Promise<void>): Promise<void> => {
      while (setup.now < until) {
        const hour = setup.now.getUTCHours();
        setup.now = new Date(setup.now.getTime() + (hour >= 5 && hour < 16 ? 15 * MINUTE : HOUR));
        clock.setSystemTime(setup.now);
        await tick();
        await happens(setup.now);
      }
    };

    setup.now = START;
    await passUntil(end, async (at) => {
      if (setup.deps.time.isOpen(at)) for (const id of ids) await live(id);
      if (at.getUTCHours() === 6 && at.getUTCMinutes() === 0) await fate();
    });
    // Everybody comes back and everything works again, so whatever is still unsent then was lost, unless it waits for
    // working hours.
    setup.trouble = null;
    for (const id of ids) {
      const person = await setup.store.people.get(id);
      if (person !== null && person.left === null) await say(person, 'hej');
    }
    await passUntil(new Date(end.getTime() + 4 * DAY), async () => undefined);

    const faults: string[] = [];
    const cases = await (await setup.database.collection<{ _id: string }>('cases', [])).find({});
    for (const { _id } of cases) {
      const c = await setup.store.cases.get(_id as never);
      if (c !== null) faults.push(...watch.faultsOf(c, setup.now).map((fault) => `case ${c.number}: ${fault}`));
    }
    count('cases', cases.length);
    const left = new Set(
      (await setup.store.people.all()).flatMap((person) => (person.left === null ? [] : [person._id])),
    );
    for (const delivery of await (await setup.database.collection<Delivery<Saying>>('deliveries', [])).find({})) {
      count(`messages ${delivery.state}`);
      if (
        delivery.say.kind === 'case' &&
        (delivery.notBefore ?? setup.now) <= setup.now &&
        !['sent', 'obsolete'].includes(delivery.state) &&
        ![...left].some((id) => id === delivery.to)
      )
        faults.push(`${delivery._id} is ${delivery.state}: ${delivery.reason}`);
    }
    console.log({ ...counts, ...watch.counts() });
    assert.deepEqual(faults.slice(0, 20), [], `${faults.length} faults`);
  });
});

/** Some agents look at their chat often, and some hardly ever. */
const diligence = ({ _id }: Person, random: Seeded): number => {
  const n = Number(String(_id).slice(1));
  if (n % 6 === 5) return random.chance(0.1) ? 0.02 : 0;
  return n % 3 === 0 ? 0.03 : 0.1;
};
