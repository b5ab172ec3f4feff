import assert from 'node:assert/strict';
import { caseId, personId, storyId } from '../../bot/ids.ts';
import type { Person } from '../../bot/people/person.ts';
import { openTestBot, say, type TestBot } from '../support/fixtures/bot-on-store.ts';
import { anAgent, aPerson, aStory, masked } from '../support/fixtures/builders.ts';

const lone = aPerson('lone', { roles: ['hr'] });
const rita = aPerson('rita', { roles: ['admin'] });
const per = aPerson('per');
const TELLER = personId('teller-7');

/** Seven that colleagues can read, told in two weeks, and two that nobody may see. */
const addStories = async ({ store }: TestBot): Promise<void> => {
  for (let n = 1; n <= 9; n++)
    await store.stories.add(
      aStory({
        _id: storyId(`s${n}`),
        case: caseId(`case-${n}`),
        teller: TELLER,
        state: n === 8 ? 'approved' : n === 9 ? 'withdrawn' : 'published',
        publishedIn: n % 2 === 0 ? '2026-W47' : '2026-W46',
        text: masked(`Fortælling nummer ${n}. ${'Vi prøvede, og det gik. '.repeat(12)}`),
      }),
    );
};

describe('the list of stories', () => {
  let setup: TestBot;
  before(async () => {
    setup = await openTestBot([lone, rita, per, anAgent('bo')]);
    await addStories(setup);
  });
  after(() => setup.close());

  const press = async (from: Person, verb: string, data: Record<string, unknown>) => {
    await setup.bot.press({ from, message: 'm', verb, data });
    await setup.sender.flush();
  };
  const newest = (who: Person) => setup.chatOf(who).at(-1)?.notice;
  const listed = (who: Person) => {
    const notice = newest(who);
    assert.ok(notice?.kind === 'stories');
    return notice;
  };

  it('shows HR and admins what colleagues can read, newest week first and page by page', async () => {
    for (const [who, word] of [
      [lone, 'fortællinger'],
      [rita, 'stories'],
    ] as const) {
      await say(setup, who, word);
      const first = listed(who);
      assert.ok(first.next);
      await press(who, 'more-stories', { story: first.next.id, week: first.next.week });
      const second = listed(who);
      const ids = [...first.stories, ...second.stories].map(({ id }) => id);
      assert.deepEqual(
        [ids.slice(0, 5), ids.slice(5)],
        [
          ['s2', 's4', 's6', 's1', 's3'],
          ['s5', 's7'],
        ],
      );
      assert.equal(second.next, null);
      const told = JSON.stringify([first, second]);
      for (const part of [TELLER, 'case-', 'teller']) assert.ok(!told.includes(part), part);
    }
  });

  it('leads to taking one down, which is then listed no more', async () => {
    await say(setup, lone, 'fortællinger');
    await press(lone, 'show-story', { story: 's4' });
    await press(lone, 'withdraw-story', { story: 's4', reason: 'En borger kan kendes.' });
    await say(setup, lone, 'fortællinger');
    assert.deepEqual(
      listed(lone).stories.map(({ id }) => id),
      ['s2', 's6', 's1', 's3', 's5'],
    );
  });

  it('is for nobody else: they are told how to look for one', async () => {
    await say(setup, per, 'fortællinger');
    assert.deepEqual(newest(per), { kind: 'search-what' });
    await assert.rejects(press(per, 'more-stories', { story: 's2', week: '2026-W47' }), { code: 'only-hr' });
  });
});
