import assert from 'node:assert/strict';
import { drawWeek } from '../../bot/adoption/draw-week.ts';
import type { Figures } from '../../bot/adoption/publication.ts';
import { publicationOf } from '../../bot/adoption/publish.ts';
import { sumWeek } from '../../bot/adoption/rollup.ts';
import { factsOfStory } from '../../bot/adoption/story-facts.ts';
import { storyId } from '../../bot/ids.ts';
import type { Person } from '../../bot/people/person.ts';
import type { StoryCommand } from '../../bot/stories/command.ts';
import { eraseFromStories } from '../../bot/stories/people-in-stories.ts';
import type { Week } from '../../bot/time/iso-week.ts';
import { rowsOf } from '../../cards/report/figures.ts';
import { createSpeech } from '../../cards/speech.ts';
import { runJob } from '../../jobs/jobs.ts';
import { openTestBot, type TestBot } from '../support/fixtures/bot-on-store.ts';
import { AGENT, ASKER, aCase, anAgent, aPerson, aStory, TUESDAY } from '../support/fixtures/builders.ts';
import { content } from '../support/fixtures/content.ts';

const DAY = 86_400_000;
const mette = aPerson(ASKER, { unit: 'Havnen' });
const karen = anAgent(AGENT, { unit: 'Biblioteket' });

/** What a report counts of stories. */
describe('the facts of stories', () => {
  let setup: TestBot;
  const story = aStory({ state: 'approved', approvals: { teller: TUESDAY, agent: null } });

  beforeEach(async () => {
    setup = await openTestBot([mette, karen]);
    setup.now = TUESDAY;
    const followUp = { askedAt: TUESDAY, step: null, kept: 'yes', story: 'yes', saidAt: TUESDAY } as const;
    // She asked from another unit than the one she works in now.
    await setup.store.cases.add(aCase('closed', { followUp, unit: 'Park og Vej', story: story._id }));
    await setup.store.stories.add(story);
  });
  afterEach(() => setup.close());

  const press = async (from: Person, verb: StoryCommand['verb'], data: Record<string, unknown> = {}) => {
    setup.now = new Date(setup.now.getTime() + 60_000);
    await setup.bot.press({ from, message: 'm', verb, data: { case: story.case, story: story._id, ...data } });
    await setup.sender.drain();
  };
  const told = async (week: Week) => (await setup.store.facts.ofWeek(week)).filter(({ kind }) => kind === 'story-told');

  it('are one, in the week and the unit of the second yes, whatever becomes of the story', async () => {
    await runJob('rollups', setup.deps);
    assert.deepEqual(await told('2026-W48'), []);
    await press(karen, 'approve-story', { approve: 'yes' });
    await runJob('rollups', setup.deps);
    const facts = await told('2026-W48');
    assert.deepEqual(
      facts.map(({ unit, who }) => [unit, who]),
      [['Havnen', setup.deps.pseudonyms.of(mette._id, '2026-W48')]],
    );
    for (const one of [story._id, story.case, ASKER, AGENT]) assert.ok(!JSON.stringify(facts).includes(one), one);

    setup.now = new Date(setup.now.getTime() + 7 * DAY);
    await press(mette, 'edit-story', { text: 'Vi gik derned sammen, og så blev bænken til noget.' });
    await press(mette, 'approve-story', { approve: 'yes' });
    await press(karen, 'approve-story', { approve: 'yes' });
    assert.equal((await setup.store.stories.get(story._id))?.publishedIn, '2026-W49');
    await runJob('rollups', setup.deps);
    await press(mette, 'withdraw-story');
    await runJob('rollups', setup.deps);
    assert.deepEqual([await told('2026-W48'), await told('2026-W49')], [facts, []]);
    const closed = (await setup.store.rollups.all()).find(({ _id }) => _id === '2026-W48');
    assert.equal(closed?.storiesTold, 1);
  });

  it('are one also where it was taken back before they were taken', async () => {
    await press(karen, 'approve-story', { approve: 'yes' });
    await press(mette, 'withdraw-story');
    await runJob('rollups', setup.deps);
    assert.equal((await told('2026-W48')).length, 1);
  });

  it('come from stories of an earlier version, without a unit, and from none that nobody could read', () => {
    const published = aStory({ state: 'published', publishedIn: '2026-W48' });
    const facts = [published, { ...published, _id: storyId('other') }].flatMap((one) => factsOfStory(one, setup.deps));
    assert.deepEqual(
      facts.map(({ week, unit }) => [week, unit]),
      [
        ['2026-W48', null],
        ['2026-W48', null],
      ],
    );
    assert.notEqual(facts[0]?._id, facts[1]?._id);
    const head = { _id: '2026-W48', directory: 9, withChat: 9, standing: null, units: [] } as const;
    assert.equal(sumWeek({ ...head, units: [] }, facts).storiesTold, 2);
    for (const state of ['proposed', 'approved', 'withdrawn', 'taken-down'] as const)
      assert.deepEqual(factsOfStory(aStory({ state }), setup.deps), []);
    assert.deepEqual(factsOfStory({ ...published, teller: null }, setup.deps), []);
  });

  it('stay when their teller is forgotten, and nothing in the story says where they worked', async () => {
    await press(karen, 'approve-story', { approve: 'yes' });
    assert.deepEqual((await setup.store.stories.get(story._id))?.told, { week: '2026-W48', unit: 'Havnen' });
    await runJob('rollups', setup.deps);
    const counted = await told('2026-W48');
    await eraseFromStories(mette._id, setup.deps);
    await runJob('rollups', setup.deps);
    const kept = await setup.store.stories.get(story._id);
    assert.deepEqual([kept?.teller, kept?.told], [null, { week: '2026-W48', unit: null }]);
    assert.deepEqual(await told('2026-W48'), counted);
  });

  it('are no number, not even none, where the blocks of an earlier version did not count them', () => {
    const head = { _id: '2026-W48', directory: 60, withChat: 60, standing: null } as const;
    const drawn = drawWeek([sumWeek({ ...head, units: [] }, [])], null, () => 0);
    const block = drawn.block ?? assert.fail();
    const { stories: _uncounted, ...tables } = block.tables;
    const speech = createSpeech({ timeZone: 'Europe/Copenhagen', principles: content.principles }, 'da');
    const told = (figures: Figures) => rowsOf('engagement', figures, speech).find(({ id }) => id === 'stories')?.value;
    const [now, older] = [drawn, { ...drawn, block: { ...block, tables } }].map(
      (week) => publicationOf([week]).periods[0]?.now ?? assert.fail(),
    );
    assert.ok(now !== undefined && older !== undefined);
    assert.deepEqual([told(now)?.kind, told(older)?.kind], ['number', 'uncounted']);
    const { stories: _published, ...before } = now;
    assert.equal(told(before)?.kind, 'uncounted');
  });
});
