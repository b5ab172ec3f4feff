import assert from 'node:assert/strict';
import { sandboxStories, withStories } from '../../app/demo/demo-stories.ts';
import { YEARS_STORIES } from '../../app/demo/demo-story-words.ts';
import { fillSandbox } from '../../app/demo/fill-sandbox.ts';
import { principleWords } from '../../app/open-story-search.ts';
import { caseId } from '../../bot/ids.ts';
import { namesSomebody } from '../../bot/stories/clean-words.ts';
import { createStorySearch } from '../../bot/stories/search/story-search.ts';
import { createVocabulary } from '../../bot/stories/search/vocabulary.ts';
import { MAX_STORY_LENGTH, published } from '../../bot/stories/story.ts';
import { PRINCIPLES } from '../../bot/words.ts';
import { runJob } from '../../jobs/jobs.ts';
import { openTestBot } from '../support/fixtures/bot-on-store.ts';
import { ASKER, aCase, masked, TUESDAY } from '../support/fixtures/builders.ts';
import { content } from '../support/fixtures/content.ts';

/** As the sandbox's page has them. */
const SUGGESTED = [
  'En gruppe unge vil selv bygge en skaterrampe ved havnen. Jeg vil gerne hjælpe, men er bange for at tage idéen fra dem. Hvordan griber jeg det an?',
  'Forældrene vil lave en lille legeplads på den tomme grund ved skolen. Vi er tre afdelinger om den, og ingen ringer tilbage. Hvem skal jeg tale med?',
  'Beboerne har ventet et halvt år på svar om cykelstien. Jeg ved ikke noget nyt endnu. Hvad skriver jeg til dem?',
];
const stories = sandboxStories([ASKER], '2026-W48');

describe('the made-up stories', () => {
  it('fit, say that they are made up, and name nobody', () => {
    for (const { text, language } of [...stories, ...YEARS_STORIES]) {
      assert.ok(text.length <= MAX_STORY_LENGTH && text.startsWith(language === 'da' ? 'Et tænkt' : 'A made-up'), text);
      assert.equal(namesSomebody(masked(text), content.warningWords), false, text);
    }
    // Told by people of the sandbox, where it has them: nobody is made up for a story.
    assert.deepEqual(new Set(stories.map(({ teller }) => teller)), new Set([null]));
  });

  it('show one beside some of the dilemmas that the sandbox suggests, and none beside the first', async () => {
    const told = stories.flatMap((story) => published(story) ?? []);
    const search = createStorySearch({
      stories: { publishedAfter: async () => told, changedSince: async () => [] },
      vocabulary: createVocabulary(content.dilemmas.map(({ text }) => text)),
      principles: principleWords(content.principles),
    });
    const shown = await Promise.all(SUGGESTED.map(async (text) => (await search.near(masked(text), () => 0)).length));
    assert.deepEqual(shown, [0, 1, 1]);
  });

  it('of the years each come from a closed case of their principle, which knows it', () => {
    const followUp = {
      askedAt: new Date(0),
      step: null,
      kept: 'yes' as const,
      saidAt: new Date('2026-11-24T09:00:00Z'),
    };
    const cases = Array.from({ length: 8 * YEARS_STORIES.length }, (_, n) => ({
      ...aCase(n % 4 === 0 ? 'answered' : 'closed'),
      _id: caseId(`made-up-${n}`),
      principle: PRINCIPLES[n % PRINCIPLES.length] ?? 'tydelig-ramme',
      followUp,
    }));
    const made = withStories(cases, { time: { localDate: () => '2026-11-24' } });
    assert.equal(made.stories.length, YEARS_STORIES.length);
    for (const story of made.stories) {
      const c = made.cases.find(({ _id }) => _id === story.case);
      assert.deepEqual([c?.state, c?.principle, c?.story], ['closed', story.principle, story._id]);
      assert.deepEqual([c?.followUp?.story, story.publishedIn], ['yes', '2026-W48']);
    }
  });

  it('of a new sandbox make no figures of weeks in which nobody was there', async () => {
    const setup = await openTestBot([]);
    try {
      await fillSandbox(content, TUESDAY, setup.store);
      assert.ok((await setup.store.stories.publishedAfter('', 100)).length > 0);
      await runJob('rollups', setup.deps);
      assert.deepEqual([await setup.store.facts.firstWeek(), await setup.store.rollups.last()], [null, null]);
    } finally {
      await setup.close();
    }
  });
});
