import assert from 'node:assert/strict';
import { storyId } from '../../bot/ids.ts';
import { contentOfThisWeek } from '../../bot/nudges/content-of-week.ts';
import type { NudgeView, RunView } from '../../bot/nudges/notice.ts';
import { nudgeIdFor } from '../../bot/nudges/nudge-record.ts';
import { principleOf } from '../../bot/nudges/principle-of-week.ts';
import { textAsRead } from '../../bot/nudges/text-as-read.ts';
import type { Person } from '../../bot/people/person.ts';
import { runJob } from '../../jobs/jobs.ts';
import { openTestBot, type TestBot } from '../support/fixtures/bot-on-store.ts';
import { aPerson, aStory, aWelcome, masked } from '../support/fixtures/builders.ts';

const WEEK = '2026-W50';
const THURSDAY = new Date('2026-12-03T08:01:00.000Z');
const MONDAY = new Date('2026-12-07T08:01:00.000Z');

const hr = aPerson('hanne', { roles: ['hr'] });
const [mette, english, ...others] = Array.from({ length: 8 }, (_, n) =>
  aPerson(`p${n}`, { unit: n < 6 ? 'Havnen' : 'Skolen ved Søen', language: n === 1 ? 'en' : 'da' }),
);
if (mette === undefined || english === undefined) throw new Error('nobody works here');
const all = [hr, mette, english, ...others];

const STORY = aStory({
  _id: storyId('sAbc_dE-f'),
  state: 'published',
  publishedIn: '2026-W48',
  principle: principleOf(WEEK),
  text: masked('Vi ringede til naboerne, før vi satte skiltet op.'),
});

/** A story that colleagues told, in a week of nudges. */
describe('a told story', function () {
  this.timeout(60_000);
  let setup: TestBot;
  let presses = 0;

  beforeEach(async () => {
    setup = await openTestBot(all);
    for (const person of all) await setup.store.nudges.add(aWelcome(person._id));
    await setup.store.stories.add(STORY);
    setup.now = THURSDAY;
    await runJob('weekly-nudge', setup.deps);
    await setup.sender.drain();
  });
  afterEach(() => setup.close());

  const press = async (verb: string, data: Record<string, unknown> = {}, from: Person = hr) => {
    await setup.bot.press({ from, message: 'm', verb, data: { week: WEEK, rev: presses++, ...data } });
    await setup.sender.flush();
  };
  const shown = (): RunView => {
    const views = setup.chatOf(hr).flatMap(({ notice }) => (notice.kind === 'run' ? [notice.view] : []));
    return views.at(-1) ?? assert.fail();
  };
  const idOfStory = () => shown().candidates?.find(({ told }) => told !== undefined)?.id ?? assert.fail();
  const ofAll = () => shown().texts[0]?.id ?? assert.fail();
  /** HR puts the story in the place of the text that most people get. */
  const choose = async () => {
    const id = idOfStory();
    await press('swap-nudge', { text: ofAll(), by: id });
    return id;
  };
  const start = async () => {
    setup.now = MONDAY;
    await runJob('weekly-nudge', setup.deps);
    await setup.sender.drain();
  };
  const got = (person: Person): NudgeView => {
    const newest = setup.chatOf(person).findLast(({ id }) => id === nudgeIdFor(WEEK, person._id))?.notice;
    return newest?.kind === 'nudge' ? newest.view : assert.fail(`${person._id} got nothing`);
  };
  const record = async (person: Person) =>
    (await setup.store.nudges.get(nudgeIdFor(WEEK, person._id))) ?? assert.fail(person._id);
  const takeDown = () => press('withdraw-story', { story: STORY._id, reason: 'Den kan kendes' });
  /** To which both have said yes, too. */
  const changeWords = async () => {
    const { rev = 0 } = (await setup.store.stories.get(STORY._id)) ?? {};
    await setup.store.stories.change(STORY._id, rev, { set: { text: masked('Andre ord.') }, owes: [] }, null);
  };

  it('is first in HR’s list, and in no week before they choose it', async () => {
    assert.equal(shown().candidates?.[0]?.told, 'da');
    for (let n = 0; n < 6; n++) {
      assert.ok(shown().texts.every(({ told }) => told === undefined));
      await press('swap-nudge', n % 2 === 0 ? {} : { text: ofAll() });
    }
    // Nobody gets it by having had everything else.
    const ids = setup.deps.library.filter(({ principle }) => principle === principleOf(WEEK)).map(({ id }) => id);
    const had = { ...aWelcome(english._id), _id: nudgeIdFor('2026-W44', english._id), week: '2026-W44' as const };
    const sent = { at: THURSDAY, platform: 'sandbox', message: 'm' } as const;
    await setup.store.nudges.add({ ...had, message: 'nudge', text: ids[0] ?? null, before: ids.slice(1), sent });
    await start();
    assert.ok(got(english).text !== null && got(english).text?.told === undefined);
    for (let n = 0; n < 6 && got(mette).another; n++) {
      await press('nudge-another', { nudge: nudgeIdFor(WEEK, mette._id) }, mette);
      assert.equal(got(mette).text?.told, undefined);
    }
  });

  it('goes to everybody who would have got the other text, in its own words and language', async () => {
    const before = shown().texts[0]?.audience;
    const id = await choose();
    const [text] = shown().texts;
    assert.deepEqual([text?.id, text?.told, text?.audience, text?.da], [id, 'da', before, STORY.text]);
    await press('send-to-me', { text: textAsRead(id, 'all') });
    const sample = setup.chatOf(hr).at(-1)?.notice;
    assert.deepEqual(sample?.kind === 'nudge-sample' && sample.text, { da: STORY.text, en: STORY.text, told: 'da' });
    await start();
    for (const person of [mette, english]) assert.deepEqual(got(person).text?.[person.language], STORY.text);
    const sent = all.filter((person) => got(person).text?.told === 'da').length;
    assert.equal(sent, before);
    // The sheet at the noticeboard is for everybody, not only for colleagues.
    const { nudge } = await contentOfThisWeek(setup.deps);
    assert.ok(nudge !== null && nudge.told === undefined);
    // A colleague who asks for another one gets one of the library's.
    await press('nudge-another', { nudge: nudgeIdFor(WEEK, mette._id) }, mette);
    assert.ok(got(mette).text !== null && got(mette).text?.told === undefined);
    assert.deepEqual((await record(mette)).before, [id]);
  });

  it('is nobody’s twice', async () => {
    const id = await choose();
    const sent = { at: THURSDAY, platform: 'sandbox', message: 'm' } as const;
    const had = { ...aWelcome(mette._id), _id: nudgeIdFor('2026-W44', mette._id), week: '2026-W44' as const };
    await setup.store.nudges.add({ ...had, message: 'nudge', text: id, sent });
    await start();
    assert.equal(got(mette).text?.told, undefined);
    assert.equal(got(english).text?.told, 'da');
  });

  it('is dropped from a previewed week once it is taken back, for the library’s text of each field', async () => {
    const id = await choose();
    const readers = shown().counts.nudge;
    await takeDown();
    await press('show-run');
    assert.ok(shown().texts.length > 0 && shown().texts.every(({ told }) => told === undefined));
    assert.ok(shown().candidates?.every(({ told }) => told === undefined));
    assert.equal(
      shown().texts.reduce((sum, { audience }) => sum + (audience ?? 0), 0),
      readers,
    );
    await assert.rejects(press('send-to-me', { text: textAsRead(id, 'all') }), { code: 'no-such-text' });
    await assert.rejects(press('swap-nudge', { text: ofAll(), by: id }), { code: 'no-such-text' });
    const planned = ofAll();
    await start();
    assert.equal((await record(mette)).text, planned);
    assert.ok(all.every((person) => got(person).text !== null && got(person).text?.told === undefined));
  });

  it('is dropped from messages that wait, and nobody gets the text in its place again', async () => {
    const id = await choose();
    await press('pause-run');
    await start();
    assert.equal((await record(mette)).text, id);
    await takeDown();
    await press('resume-run');
    await setup.sender.drain();
    const texts = await Promise.all([mette, english].map(async (person) => (await record(person)).text));
    assert.ok(texts[0] !== null && texts[0] !== id);
    assert.equal(texts[0], texts[1]);
    assert.deepEqual((await record(mette)).before, []);
    assert.equal(got(mette).text?.da, setup.deps.library.find((text) => text.id === texts[0])?.da);
    await press('show-run');
    assert.ok(shown().texts.some((text) => text.id === texts[0]));
  });

  it('cannot be read on a card that is drawn anew after it was taken back or changed', async () => {
    await choose();
    await start();
    await changeWords();
    await press('nudge-will-try', { nudge: nudgeIdFor(WEEK, english._id) }, english);
    assert.deepEqual([got(english).text, got(english).takenBack], [null, true]);
    await takeDown();
    await press('nudge-will-try', { nudge: nudgeIdFor(WEEK, mette._id) }, mette);
    assert.deepEqual([got(mette).text, got(mette).takenBack], [null, true]);
    await press('nudge-another', { nudge: nudgeIdFor(WEEK, mette._id) }, mette);
    assert.deepEqual([got(mette).takenBack, got(mette).text === null], [false, false]);
  });

  it('in other words is another text, which HR has not chosen', async () => {
    const id = await choose();
    await changeWords();
    await press('show-run');
    assert.ok(shown().texts.every(({ told }) => told === undefined));
    assert.notEqual(idOfStory(), id);
    await start();
    assert.equal(got(mette).text?.told, undefined);
  });
});
