import assert from 'node:assert/strict';
import { caseId, deliveryId, meetingId, personId, storyId } from '../../../bot/ids.ts';
import { candidatesFor } from '../../../bot/nudges/candidates.ts';
import { principleOf } from '../../../bot/nudges/principle-of-week.ts';
import { NO_COUNTS } from '../../../bot/nudges/run.ts';
import { textsFor, withoutDropped } from '../../../bot/nudges/run-of.ts';
import type { Story } from '../../../bot/stories/story.ts';
import type { Week } from '../../../bot/time/iso-week.ts';
import { masked, aStory as storyOf, TUESDAY } from '../../support/fixtures/builders.ts';
import { content } from '../../support/fixtures/content.ts';
import { asWritten, type Ports, unique } from './ports-contract.ts';

const aStory = (overrides: Partial<Story> = {}): Story =>
  storyOf({
    _id: storyId(unique('story')),
    case: caseId(unique('case')),
    teller: personId(unique('p')),
    agent: personId(unique('p')),
    ...overrides,
  });

/** The store's contract for stories. */
export const storiesContract = (ports: () => Ports): void => {
  describe('stories', () => {
    it('are stored unaltered, one for each case', async () => {
      const { stories } = ports().store;
      const story = aStory();
      assert.equal(await stories.add(story), true);
      assert.equal(await stories.add({ ...story, text: masked('another') }), false);
      assert.equal(await stories.add(aStory({ case: story.case })), false);
      assert.deepEqual(await stories.get(story._id), story);
      assert.deepEqual(await stories.ofCase(story.case), story);
      assert.equal(await stories.ofCase(caseId(unique('case'))), null);
    });

    it('change at the expected revision only', async () => {
      const { stories } = ports().store;
      const story = aStory();
      await stories.add(story);
      const say = { kind: 'story' as const, story: story._id };
      const owed = { id: deliveryId(unique('o')), to: personId('p'), manner: 'ping' as const, notBefore: TUESDAY, say };
      const change = { set: { text: masked('shorter'), wordsFrom: 1 }, owes: [owed] };
      assert.equal(await stories.change(story._id, 0, change, 'r'), true);
      assert.equal(await stories.change(story._id, 0, change, 'r'), false);
      const expected = { ...story, rev: 1, text: 'shorter', wordsFrom: 1, receipts: ['r'], owes: [owed] };
      assert.deepEqual(asWritten(await stories.get(story._id)), expected);
    });

    it('are found by everybody who has a part in them', async () => {
      const { stories } = ports().store;
      const [teller, agent, writer] = [personId(unique('p')), personId(unique('p')), personId(unique('p'))];
      const meeting = {
        id: meetingId('m'),
        draft: caseId('d'),
        writer,
        text: masked('Hej'),
        state: 'asked' as const,
        until: TUESDAY,
      };
      const story = aStory({ teller, agent, meetings: [meeting] });
      for (const one of [story, aStory()]) await stories.add(one);
      for (const person of [teller, agent, writer]) assert.deepEqual(await stories.of(person), [story]);
      assert.deepEqual(await stories.of(personId(unique('p'))), []);
    });

    it('are published page by page with nothing that leads to the case or its two', async () => {
      const { stories } = ports().store;
      const since = new Date(Date.now() - 1000);
      const out = { state: 'published' as const, publishedIn: '2026-W48' as const };
      const [first, second, gone] = [aStory(out), aStory(out), aStory(out)];
      const all = [first, second, gone, aStory(), aStory({ state: 'approved' })];
      for (const one of all) await stories.add(one);
      await stories.change(gone._id, 0, { set: { state: 'taken-down' }, owes: [] }, null);
      const shown = ({ _id, principle, topic, language, text }: Story) => ({
        _id,
        principle,
        topic,
        language,
        text,
        week: '2026-W48',
      });
      const read = [];
      for (let page = await stories.publishedAfter('', 1); page[0] !== undefined; ) {
        read.push(page[0]);
        page = await stories.publishedAfter(page[0]._id, 1);
      }
      const byId = [first, second].toSorted((a, b) => (a._id < b._id ? -1 : 1));
      const mine = new Set<string>(all.map(({ _id }) => _id));
      assert.deepEqual(
        read.filter(({ _id }) => mine.has(_id)),
        byId.map(shown),
      );
      const changed = new Map((await stories.changedSince(since)).map(({ id, story }) => [id, story]));
      assert.deepEqual(changed.get(first._id), shown(first));
      assert.equal(changed.get(gone._id), null);
      assert.deepEqual(await stories.changedSince(new Date(Date.now() + 60_000)), []);
    });

    it('are read newest week first, page by page, and each once', async () => {
      const { stories } = ports().store;
      // Weeks that no other test publishes in, and later than all.
      const weeks = ['2098-W02', '2098-W01', '2098-W02', '2098-W02', '2098-W01'] as const;
      const told = weeks.map((publishedIn) => aStory({ state: 'published', publishedIn }));
      for (const one of [...told, aStory({ state: 'taken-down', publishedIn: '2098-W02' })]) await stories.add(one);
      const read = [];
      for (let page = await stories.newestAfter(null, 2); read.length < told.length; ) {
        read.push(...page.slice(0, told.length - read.length).map(({ _id, week }) => ({ _id, week })));
        const last = page.at(-1);
        assert.ok(last !== undefined);
        page = await stories.newestAfter(last, 2);
      }
      const ids = (week: string) => told.filter((one) => one.publishedIn === week).map(({ _id }) => _id);
      const wanted = ['2098-W02', '2098-W01'].flatMap((week) =>
        ids(week)
          .sort()
          .map((_id) => ({ _id, week })),
      );
      assert.deepEqual(read, wanted);
    });

    it('are published under their principle, the newest weeks first', async () => {
      const { stories } = ports().store;
      const published = (publishedIn: Week, more: Partial<Story> = {}) =>
        aStory({ state: 'published', publishedIn, principle: 'goer-det-nemt', ...more });
      // No other test has stories of this principle.
      const [old, a, b] = [published('2096-W01'), published('2096-W02'), published('2096-W02')];
      const others = [
        published('2096-W03', { state: 'withdrawn', publishedIn: null }),
        published('2096-W03', { principle: 'bygger-bro' }),
      ];
      for (const one of [old, a, b, ...others]) await stories.add(one);
      const [first, second] = [a._id, b._id].toSorted();
      const ids = async (limit: number) => (await stories.newestUnder('goer-det-nemt', limit)).map(({ _id }) => _id);
      assert.deepEqual(await ids(3), [first, second, old._id]);
      assert.deepEqual(await ids(1), [first]);
      const read = await stories.newestUnder('goer-det-nemt', 1);
      assert.deepEqual(Object.keys(read[0] ?? {}).sort(), ['_id', 'language', 'principle', 'text', 'topic', 'week']);
    });

    it('leave a week that was previewed with them as soon as they are taken back', async () => {
      const { stories, runs } = ports().store;
      const week: Week = '2097-W10';
      const story = aStory({ state: 'published', publishedIn: '2097-W08', principle: principleOf(week) });
      await stories.add(story);
      const deps = { stories, runs, library: content.nudges };
      const texts = await textsFor(week, [], deps);
      const told = (await candidatesFor({ _id: week, texts }, deps)).find(({ id }) => id.includes(story._id));
      assert.ok(told?.da === story.text);
      const chosen = { ...texts, schools: told.id };
      const run = { _id: week, rev: 0, state: 'previewed', paused: false, skipped: [texts.schools] } as const;
      await runs.add({ ...run, skipped: [texts.schools], texts: chosen, cursor: '', counts: NO_COUNTS });
      const asStored = async () => {
        const kept = await runs.get(week);
        return kept === null ? assert.fail() : withoutDropped(kept, deps);
      };
      assert.deepEqual((await asStored()).texts, chosen);
      await stories.change(story._id, 0, { set: { state: 'withdrawn', publishedIn: null }, owes: [] }, null);
      const { schools, ...fields } = (await asStored()).texts;
      assert.ok(content.nudges.some(({ id }) => id === schools) && schools !== texts.schools);
      assert.deepEqual({ schools: texts.schools, ...fields }, texts);
    });

    it('are to be counted when they are new or have changed, until that was done at their revision', async () => {
      const { stories } = ports().store;
      const story = aStory();
      await stories.add(story);
      const waits = async () => (await stories.toCount(1000)).filter(({ _id }) => _id === story._id);
      assert.deepEqual(await waits(), [story]);
      await stories.counted(story._id, 0);
      assert.deepEqual(await waits(), []);
      const told: NonNullable<Story['told']> = { week: '2026-W48', unit: 'Havnen' };
      await stories.change(story._id, 0, { set: { state: 'published', publishedIn: told.week, told }, owes: [] }, null);
      assert.deepEqual(await waits(), [{ ...story, rev: 1, state: 'published', publishedIn: told.week, told }]);
      await stories.counted(story._id, 0);
      assert.equal((await waits()).length, 1);
      await stories.counted(story._id, 1);
      assert.deepEqual(await waits(), []);
    });
  });
};
