import assert from 'node:assert/strict';
import { caseId, storyId } from '../../bot/ids.ts';
import { wordInChat } from '../../bot/talk/words-in-chat.ts';
import { openTestBot, say } from '../support/fixtures/bot-on-store.ts';
import { anAgent, aPerson, aStory, masked } from '../support/fixtures/builders.ts';

describe('the word for a search', () => {
  it('is heard with what somebody looks for, and without', () => {
    const heard = {
      'søg bænk': 'bænk',
      'Søg efter en bænk': 'en bænk',
      'søg: borgermøder': 'borgermøder',
      'soeg noget om nøgler': 'nøgler',
      'SEARCH for benches': 'benches',
      'search stories about keys': 'keys',
      søg: '',
      'Search ': '',
    };
    for (const [text, words] of Object.entries(heard))
      assert.deepEqual(wordInChat(text), { word: 'search', words }, text);
  });

  it('is not heard where somebody tells something', () => {
    const told = ['søgte du bænken?', 'søgning', 'Vi vil søge en bænk', 'researching', `søg ${'x'.repeat(200)}`];
    for (const text of told) assert.notEqual(wordInChat(text)?.word, 'search', text);
  });

  it('finds what is published, never what was taken back, and makes no draft', async () => {
    const asker = aPerson('asker');
    const setup = await openTestBot([asker, anAgent('bo')]);
    const text = 'En beboergruppe fik en bænk ved stoppestedet.';
    const told = { state: 'published', publishedIn: '2026-W47', text: masked(text) } as const;
    await setup.store.stories.add(aStory({ _id: storyId('a'), case: caseId('a'), ...told }));
    await setup.store.stories.add(aStory({ _id: storyId('b'), case: caseId('b'), ...told, state: 'approved' }));
    const answer = async (line: string) => {
      await say(setup, asker, line);
      return setup.chatOf(asker).at(-1)?.notice;
    };
    assert.deepEqual(await answer('søg bænke'), { kind: 'found', stories: [text], more: 0, principles: [] });
    await setup.store.stories.change(
      storyId('a'),
      0,
      { set: { state: 'withdrawn', text: masked('') }, owes: [] },
      null,
    );
    assert.deepEqual(await answer('søg bænke'), { kind: 'found', stories: [], more: 0, principles: [] });
    assert.deepEqual(await answer('søg'), { kind: 'search-what' });
    assert.deepEqual(await setup.store.drafts.of(asker._id), []);
    await setup.close();
  });
});
