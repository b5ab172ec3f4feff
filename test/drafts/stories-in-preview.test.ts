import assert from 'node:assert/strict';
import type { DraftView } from '../../bot/drafts/notice.ts';
import { type StoryId, storyId } from '../../bot/ids.ts';
import { published } from '../../bot/stories/story.ts';
import { openTestBot, pressNewest, say, type TestBot } from '../support/fixtures/bot-on-store.ts';
import { anAgent, aPerson, aStory, masked } from '../support/fixtures/builders.ts';

const asker = aPerson('asker');
const teller = aPerson('teller');
const DILEMMA =
  'Vi har fået endnu en henvendelse om en bænk på hjørnet ved plejecentret. Vejafdelingen siger, at der skal en ansøgning til.';
const STORY =
  'En beboergruppe ville have en bænk ved stoppestedet, men vejafdelingen krævede en tegning og en ansøgning på seks sider. En kollega tog et billede af hjørnet, og det var nok.';
const OTHER = 'Et kor manglede et sted at øve, og musikskolens sal stod tom om tirsdagen.';
const ID = storyId('bench');

describe('stories in the preview', () => {
  let setup: TestBot;
  beforeEach(async () => {
    setup = await openTestBot([asker, teller, anAgent('bo')]);
  });
  afterEach(() => setup.close());

  const tell = (id: StoryId, text: string, by = teller._id) =>
    setup.store.stories.add(
      aStory({
        _id: id,
        case: `case-of-${id}` as never,
        state: 'published',
        text: masked(text),
        publishedIn: '2026-W47',
        teller: by,
        agent: null,
      }),
    );
  const takeBack = async () => {
    const story = (await setup.store.stories.get(ID)) ?? assert.fail('no story');
    await setup.store.stories.change(ID, story.rev, { set: { state: 'withdrawn', text: masked('') }, owes: [] }, null);
  };
  const card = (): DraftView => {
    const notice = setup.chatOf(asker).findLast(({ notice }) => notice.kind === 'draft')?.notice;
    return notice?.kind === 'draft' ? notice.view : assert.fail('no draft');
  };
  const shown = () => card().stories.map(({ id }) => id);
  const helped = () => pressNewest(setup, asker, 'story-helped', { story: ID });
  const thanks = () => setup.chatOf(teller).filter(({ notice }) => notice.kind === 'story-helped');
  const theDraft = async () => (await setup.store.drafts.of(asker._id))[0] ?? assert.fail('no draft');

  it('are shown where they are close, by their words alone', async () => {
    await tell(ID, STORY);
    await tell(storyId('choir'), OTHER);
    await say(setup, asker, DILEMMA);
    assert.deepEqual(card().stories, [{ id: ID, text: STORY, meet: true }]);
  });

  it('are not shown where none is close, where it is not published, or to whoever told it', async () => {
    await tell(storyId('choir'), OTHER);
    await tell(ID, STORY, asker._id);
    await setup.store.stories.add(aStory({ _id: storyId('draft'), text: masked(STORY) }));
    await say(setup, asker, DILEMMA);
    assert.deepEqual(shown(), []);
  });

  it('end the draft when they helped, and thank whoever told, once', async () => {
    await tell(ID, STORY);
    await say(setup, asker, DILEMMA);
    await helped();
    assert.deepEqual([card().state, (await theDraft()).text], ['helped', '']);
    assert.equal(thanks().length, 1);
    await assert.rejects(helped(), { code: 'draft-used' });
    assert.equal(thanks().length, 1);
    assert.deepEqual(await setup.store.cases.of(asker._id, 9), []);
    const story = await setup.store.stories.get(ID);
    assert.ok(story !== null && published(story) !== null);
  });

  it('are gone when they were taken back: from the card that stands, too', async () => {
    await tell(ID, STORY);
    await say(setup, asker, DILEMMA);
    assert.deepEqual(shown(), [ID]);
    await takeBack();
    await assert.rejects(helped(), { code: 'story-over' });
    await setup.sender.flush();
    assert.deepEqual([card().state, shown(), (await theDraft()).state, thanks()], ['open', [], 'open', []]);
  });

  it('are refused to whoever has not written the draft', async () => {
    await tell(ID, STORY);
    await say(setup, asker, DILEMMA);
    const draft = (await theDraft())._id;
    const press = { from: anAgent('bo'), message: 'm', verb: 'story-helped', data: { draft, story: ID } };
    await assert.rejects(setup.bot.press(press), { code: 'not-found' });
    assert.equal((await theDraft()).state, 'open');
    assert.deepEqual(thanks(), []);
  });
});
