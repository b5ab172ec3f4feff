import assert from 'node:assert/strict';
import { nudgeTextId } from '../../bot/ids.ts';
import type { RunText, RunView } from '../../bot/nudges/notice.ts';
import { nudgeIdFor } from '../../bot/nudges/nudge-record.ts';
import { principleOf } from '../../bot/nudges/principle-of-week.ts';
import { textAsRead } from '../../bot/nudges/text-as-read.ts';
import type { Person } from '../../bot/people/person.ts';
import { runJob } from '../../jobs/jobs.ts';
import { DeliveryError } from '../../outbox/delivery-error.ts';
import { openTestBot, type TestBot } from '../support/fixtures/bot-on-store.ts';
import { aPerson, aWelcome } from '../support/fixtures/builders.ts';

const WEEK = '2026-W50';
const THURSDAY = new Date('2026-12-03T08:01:00.000Z');
const MONDAY = new Date('2026-12-07T08:01:00.000Z');

const hr = aPerson('hanne', { roles: ['hr'] });
const UNITS = ['Park og Vej', 'Skolen ved Søen', 'Hjemmeplejen', 'Havnen'];
const all = Array.from({ length: 24 }, (_, n) =>
  aPerson(`p${n}`, { unit: UNITS[n % UNITS.length] ?? null, language: n % 8 === 0 ? 'en' : 'da' }),
);

/** What HR does with the texts of a week, and with the messages that failed. */
describe('the texts of a week', function () {
  this.timeout(60_000);
  let setup: TestBot;
  let presses = 0;

  beforeEach(async () => {
    setup = await openTestBot([...all, hr]);
    for (const person of [...all, hr]) await setup.store.nudges.add(aWelcome(person._id));
    setup.now = THURSDAY;
    await runJob('weekly-nudge', setup.deps);
    await setup.sender.drain();
  });
  afterEach(() => setup.close());

  const press = async (verb: string, data: Record<string, unknown> = {}, from: Person = hr) => {
    const did = await setup.bot.press({ from, message: 'm', verb, data: { week: WEEK, rev: presses++, ...data } });
    await setup.sender.flush();
    return did;
  };
  const shown = (): RunView => {
    const view = setup.chatOf(hr).flatMap(({ notice }) => (notice.kind === 'run' ? [notice.view] : []));
    return view.at(-1) ?? assert.fail();
  };
  const texts = (): RunText[] => shown().texts;
  const ids = () => texts().map(({ id }) => id);
  const idAt = (place: number) => ids()[place] ?? assert.fail();
  const sample = () => {
    const notice = setup.chatOf(hr).at(-1)?.notice;
    return notice?.kind === 'nudge-sample' ? notice : assert.fail();
  };
  const start = async () => {
    setup.now = MONDAY;
    await runJob('weekly-nudge', setup.deps);
    await setup.sender.drain();
  };
  const got = (person: Person) => setup.chatOf(person).filter(({ id }) => id === nudgeIdFor(WEEK, person._id));
  const textsSent = () => {
    const counts = new Map<string, number>();
    for (const person of [...all, hr])
      for (const { notice } of got(person)) {
        const text = notice.kind === 'nudge' ? (notice.view.text?.da ?? '') : '';
        counts.set(text, (counts.get(text) ?? 0) + 1);
      }
    return [...counts].sort();
  };
  const planned = () => texts().map(({ da, audience }): [string, number] => [da, audience ?? 0]);

  it('are swapped one at a time, for the next or for a chosen one, and sent as they were shown', async () => {
    const before = ids();
    await press('swap-nudge', { text: before[0] });
    const next = ids();
    assert.ok(!next.includes(before[0]));
    for (const other of before.slice(1)) assert.ok(next.includes(other), other);

    const wanted = shown().candidates?.find(({ id, field }) => field === 'all' && !next.includes(id)) ?? assert.fail();
    await press('swap-nudge', { text: next[0], by: wanted.id });
    assert.ok(ids().includes(wanted.id) && !ids().includes(next[0]), ids().join());
    const asShown = planned().sort();
    await start();
    assert.deepEqual(textsSent(), asShown);
  });

  it('take the place of one that only some read, because they had the text of the week', async () => {
    const [own, other] = [idAt(0), shown().candidates?.find(({ id, field }) => field === 'all' && !ids().includes(id))];
    const sent = { at: THURSDAY, platform: 'sandbox', message: 'm' } as const;
    const [reader = hr] = all;
    for (const [week, text] of [['2026-W44', own]] as const) {
      const record = { ...aWelcome(reader._id), _id: nudgeIdFor(week, reader._id), week };
      await setup.store.nudges.add({ ...record, message: 'nudge', principle: principleOf(WEEK), text, sent });
    }
    setup.now = new Date(THURSDAY.getTime() + 24 * 3_600_000);
    await press('show-run');
    const rare = texts().find(({ audience }) => audience === 1)?.id ?? assert.fail(JSON.stringify(planned()));
    await press('swap-nudge', { text: rare, by: other?.id });
    assert.ok(ids().includes(other?.id) && !ids().includes(rare));
    const asShown = planned().sort();
    await start();
    assert.deepEqual(textsSent(), asShown);
  });

  it('start over for a field whose texts were all swapped away, and are never the one just swapped', async () => {
    const rounds = (shown().candidates?.length ?? 0) + 3;
    for (let n = 0; n < rounds; n++) {
      const out = idAt(0);
      await press('swap-nudge', { text: out });
      assert.ok(!ids().includes(out), `round ${n}`);
      assert.equal(
        texts().reduce((sum, { audience }) => sum + (audience ?? 0), 0),
        all.length + 1,
      );
    }
  });

  it('are refused when they are not of the week’s principle', async () => {
    const other = setup.deps.library.find(({ principle }) => principle !== principleOf(WEEK))?.id;
    for (const data of [
      { text: 'none' },
      { text: other },
      { text: idAt(0), by: other },
      { text: idAt(0), by: idAt(0) },
    ])
      await assert.rejects(press('swap-nudge', data), { code: 'no-such-text' }, JSON.stringify(data));
    await assert.rejects(press('swap-nudge', { text: idAt(0) }, all[0]), { code: 'only-hr' });
    await start();
    await assert.rejects(press('swap-nudge', { text: idAt(0) }), { code: 'run-began' });
  });

  it('come as a sample, whichever of them HR asks for', async () => {
    for (const { id, reader, da } of texts()) {
      if (id === undefined || reader === undefined) assert.fail();
      await press('send-to-me', { text: textAsRead(id, reader) });
      assert.equal(sample().text?.da, da);
    }
    await press('send-to-me');
    assert.equal(sample().text?.da, texts()[0]?.da);
    const planless = shown().candidates?.find(({ id }) => !ids().includes(id)) ?? assert.fail();
    await press('send-to-me', { text: planless.id });
    assert.equal(sample().text?.da, planless.da);
    await assert.rejects(press('send-to-me', { text: nudgeTextId('none') }), { code: 'no-such-text' });
  });

  it('are counted by the languages of those who read them', () => {
    const english = texts().reduce((sum, { readers }) => sum + (readers?.en ?? 0), 0);
    assert.equal(english, 3);
  });

  it('are counted once a day, so that nobody’s press shows', async () => {
    const { counts } = shown();
    await press('stop-nudges', {}, all[1]);
    await press('show-run');
    assert.deepEqual([shown().counts, shown().texts], [counts, texts()]);
    setup.now = new Date(THURSDAY.getTime() + 24 * 3_600_000);
    await press('show-run');
    assert.equal(shown().counts.stopped, 1);
  });

  it('go once more to those they failed to reach, and to nobody else', async () => {
    const [failed, gone, stopped, paused] = all as [Person, Person, Person, Person];
    setup.trouble = (to) => {
      if (to._id === gone._id) throw new DeliveryError('unreachable', 'the person removed Sammen');
      if ([failed, stopped, paused].some(({ _id }) => _id === to._id))
        throw new DeliveryError('failed', 'the platform refuses this message');
    };
    await start();
    assert.deepEqual(await setup.deps.runOutcomes.notDelivered(WEEK), { undeliverable: 1, failed: 3 });
    await setup.bot.press({ from: stopped, message: 'm', verb: 'stop-nudges', data: {} });
    await setup.bot.press({ from: paused, message: 'm', verb: 'pause-nudges', data: { until: '2026-12-13' } });
    setup.trouble = null;
    await assert.rejects(press('resend-run', {}, failed), { code: 'only-hr' });
    const before = new Map(all.map((person) => [person._id, got(person).length]));
    // Two people of HR press at the same moment, and one of them twice.
    await Promise.all([press('resend-run'), press('resend-run')]);
    await setup.sender.drain();
    await press('resend-run');
    await setup.sender.drain();
    for (const person of all) {
      const more = got(person).length - (before.get(person._id) ?? 0);
      assert.equal(more, person === failed ? 1 : 0, person._id);
    }
    assert.deepEqual(await setup.deps.runOutcomes.notDelivered(WEEK), { undeliverable: 1, failed: 0 });
    const written = (await setup.store.adminLog.newest(10)).map(({ did }) => did);
    assert.ok(written.includes('resend-run'));
  });

  it('are not sent again after their week, or when it was cancelled', async () => {
    setup.trouble = () => {
      throw new DeliveryError('failed', 'the platform refuses this message');
    };
    await start();
    setup.trouble = null;
    setup.now = new Date('2026-12-14T08:01:00.000Z');
    await assert.rejects(press('resend-run'), { code: 'no-run' });
    setup.now = MONDAY;
    await press('cancel-nudge');
    await assert.rejects(press('resend-run'), { code: 'no-run' });
    for (const person of all) assert.equal(got(person).length, 0);
  });
});
