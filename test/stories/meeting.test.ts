import assert from 'node:assert/strict';
import { type CaseId, caseId, type StoryId, storyId } from '../../bot/ids.ts';
import type { Person } from '../../bot/people/person.ts';
import { Refusal } from '../../bot/refusal.ts';
import { runJob } from '../../jobs/jobs.ts';
import { openTestBot, say, type TestBot } from '../support/fixtures/bot-on-store.ts';
import { aPerson, aStory, masked, TUESDAY } from '../support/fixtures/builders.ts';

const HOUR = 3_600_000;
const mette = aPerson('mette', { name: 'Mette Krogh', unit: 'Park og Vej', phone: '70 00 01 02' });
const boss = aPerson('boss', { name: 'Ida Lund' });
const per = aPerson('per', { name: 'Per Dam', unit: 'Kultur', manager: boss._id });
const LINE = 'Har du ti minutter om legepladsen?';

const draftOf = (setup: TestBot, person: Person) => {
  const newest = setup.chatOf(person).findLast(({ notice }) => notice.kind === 'draft');
  assert.ok(newest?.notice.kind === 'draft');
  return newest.notice.view;
};
const meetingOf = (setup: TestBot, person: Person) => {
  const newest = setup.chatOf(person).findLast(({ notice }) => notice.kind === 'meeting');
  return newest?.notice.kind === 'meeting' ? newest.notice.view : null;
};
const press = async (setup: TestBot, from: Person, verb: string, data: Record<string, unknown>) => {
  const outcome = await setup.bot.press({ from, message: `m${setup.posted.length}`, verb, data });
  await setup.sender.flush();
  return outcome;
};
const codeOf = (pressed: Promise<unknown>): Promise<string> =>
  pressed.then(
    () => 'done',
    (error: unknown) => (error instanceof Refusal ? error.code : Promise.reject(error)),
  );

describe('a story that helps a draft', () => {
  let setup: TestBot;
  let nth = 0;
  before(async () => {
    setup = await openTestBot([mette, per, boss]);
  });
  after(() => setup.close());

  /** A published story of a teller, and a new draft of Per. */
  const begin = async (teller: Person = mette) => {
    setup.now = TUESDAY;
    const id = storyId(`s${++nth}`);
    const state = { state: 'published', publishedIn: '2026-W47', teller: teller._id } as const;
    await setup.store.stories.add(aStory({ ...state, _id: id, case: caseId(`c${nth}`), agent: null }));
    await say(setup, per, 'Hvordan får jeg forældrene med til at bygge en legeplads?');
    return { story: id, draft: draftOf(setup, per).id };
  };
  const stateOf = async (draft: CaseId) => (await setup.store.drafts.get(draft))?.state;

  it('ends it without a case, and thanks the teller without saying whom it helped', async () => {
    const { story, draft } = await begin();
    await press(setup, per, 'story-helped', { draft, story });
    const kept = await setup.store.drafts.get(draft);
    assert.deepEqual([kept?.state, kept?.text], ['helped', '']);
    assert.equal(await setup.store.cases.get(draft), null);
    const thanks = setup.chatOf(mette).filter(({ notice }) => notice.kind === 'story-helped');
    assert.equal(thanks.length, 1);
    assert.ok(!JSON.stringify(thanks[0]?.notice).includes('Per'));
    assert.equal(await codeOf(press(setup, per, 'submit-dilemma', { draft, anonymous: 'no' })), 'draft-used');
  });

  it('asks its teller, who sees who asks and why, and shows their name with a yes only', async () => {
    const { story, draft } = await begin();
    await press(setup, per, 'meet-teller', { draft, story, text: LINE });
    assert.equal(draftOf(setup, per).state, 'asking');
    const asked = meetingOf(setup, mette);
    assert.ok(asked?.viewer === 'teller' && asked.state === 'asked');
    assert.deepEqual([asked.writer.name, asked.text], ['Per Dam', LINE]);
    assert.ok(!JSON.stringify(asked).includes(draft) && !JSON.stringify(asked).includes('legeplads?'));
    assert.ok(!JSON.stringify(setup.chatOf(per)).includes('Mette'));
    await press(setup, mette, 'accept-meeting', { story });
    const yes = meetingOf(setup, per);
    assert.ok(yes?.viewer === 'writer');
    assert.deepEqual([yes.teller, yes.contact?.phone], ['Mette Krogh', '70 00 01 02']);
    const kept = await setup.store.drafts.get(draft);
    assert.deepEqual([kept?.state, kept?.text], ['met', '']);
    assert.equal(await codeOf(press(setup, mette, 'decline-meeting', { story })), 'no-meeting');
  });

  for (const [how, end] of [
    ['a no', async (story: StoryId) => void (await press(setup, mette, 'decline-meeting', { story }))],
    [
      'four silent working hours',
      async () => {
        setup.now = new Date(TUESDAY.getTime() + 4.25 * HOUR);
      },
    ],
    [
      'a story that was taken back',
      async (story: StoryId) => void (await press(setup, mette, 'withdraw-story', { story })),
    ],
  ] as const) {
    it(`gives the draft back after ${how}, and shows no name`, async () => {
      const { story, draft } = await begin();
      await press(setup, per, 'meet-teller', { draft, story, text: LINE });
      await end(story);
      await runJob('drafts', setup.deps);
      await setup.sender.flush();
      const view = draftOf(setup, per);
      assert.deepEqual([view.id, view.state, view.returned], [draft, 'open', true]);
      assert.match(view.text, /legeplads/);
      assert.notEqual(meetingOf(setup, mette)?.state, 'asked');
      assert.ok(!JSON.stringify(setup.chatOf(per).map(({ notice }) => notice)).includes('Mette Krogh') || nth > 2);
      await press(setup, per, 'submit-dilemma', { draft, anonymous: 'yes' });
      assert.equal((await setup.store.cases.get(draft))?.state, 'waiting');
    });
  }

  it('asks the teller after all when the process died in between, once', async () => {
    const { story, draft } = await begin();
    const { stories } = setup.deps;
    setup.deps.stories = { ...stories, change: () => Promise.reject(new Error('the process died')) };
    await assert.rejects(press(setup, per, 'meet-teller', { draft, story, text: LINE }));
    setup.deps.stories = stories;
    assert.equal(await stateOf(draft), 'asking');
    for (let twice = 0; twice < 2; twice++) await runJob('drafts', setup.deps);
    await setup.sender.flush();
    assert.equal((await setup.store.stories.get(story))?.meetings.length, 1);
    assert.equal(meetingOf(setup, mette)?.state, 'asked');
  });

  it('is refused where nobody can be asked, or the words do not fit', async () => {
    const { story, draft } = await begin();
    const meet = (data: object) => codeOf(press(setup, per, 'meet-teller', { draft, story, text: LINE, ...data }));
    assert.equal(await meet({ text: ' ' }), 'empty-text');
    assert.equal(await meet({ text: 'x'.repeat(301) }), 'too-long');
    assert.equal(await meet({ story: 's-none' }), 'not-found');
    // Nobody writes to their own manager without knowing it, nor to themselves, nor to somebody who is gone.
    for (const teller of [boss, per, aPerson('gone')]) {
      const other = await begin(teller);
      assert.equal(await meet({ story: other.story, draft: other.draft }), 'teller-gone', teller.name);
    }
    await setup.store.stories.change(story, 0, { set: { text: masked(''), state: 'withdrawn' }, owes: [] }, null);
    const last = draftOf(setup, per).id;
    assert.equal(await meet({ draft: last }), 'teller-gone');
    assert.equal(await codeOf(press(setup, per, 'story-helped', { draft: last, story })), 'story-over');
    assert.equal(await codeOf(press(setup, mette, 'story-helped', { draft: last, story })), 'not-found');
    for (const who of [per, boss])
      assert.equal(await codeOf(press(setup, who, 'accept-meeting', { story })), 'not-found');
    assert.equal(await codeOf(press(setup, mette, 'accept-meeting', { story })), 'no-meeting');
    assert.equal(await stateOf(last), 'open');
  });
});
