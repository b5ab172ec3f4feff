import { fingerprint } from '../fingerprint.ts';
import { type NudgeTextId, nudgeTextId, type StoryId, storyId } from '../ids.ts';
import type { NewestStories, Stories } from '../stories/port.ts';
import { type PublishedStory, published } from '../stories/story.ts';
import type { Nudge } from './nudge-library.ts';

/** What nudges need to know of stories. */
export type ToldStories = Pick<Stories, 'get'> & Pick<NewestStories, 'newestUnder'>;

/** No text of the library has a colon in its id, so none can be mistaken for a story. */
const PREFIX = 'story';
const BETWEEN = ':';
/** Characters that tell two wordings of a story apart, and too few to tell deleted words by. */
const MARK = 4;

/** Names a story in exactly these words: in other words it is another text, which HR has not chosen. */
const toldTextId = ({ _id, text }: PublishedStory): NudgeTextId =>
  nudgeTextId([PREFIX, _id, fingerprint(text).slice(0, MARK)].join(BETWEEN));

const storyOfText = (text: NudgeTextId): StoryId | null => {
  const [prefix, id] = text.split(BETWEEN);
  return prefix === PREFIX && id !== undefined ? storyId(id) : null;
};

export const isTold = (text: NudgeTextId | null): text is NudgeTextId => text !== null && storyOfText(text) !== null;

/**
 * A story as a nudge: its approved words in its own language, and nothing else. It is for everybody, because the field
 * that it comes from would lead to its teller (docs/rules.md, "Told stories").
 */
export const toldText = (story: PublishedStory): Nudge => ({
  id: toldTextId(story),
  principle: story.principle,
  kind: 'story',
  field: 'all',
  da: story.text,
  en: story.text,
  told: story.language,
});

/** Those of these texts that are stories, and still told in these words; each is read from the store. */
export const toldAmong = async (
  texts: Iterable<NudgeTextId | null>,
  { stories }: { stories: Pick<Stories, 'get'> },
): Promise<Nudge[]> => {
  const asked = new Set(texts);
  const ids = [...asked].flatMap((text) => (text === null ? [] : (storyOfText(text) ?? [])));
  const found = await Promise.all(ids.map((id) => stories.get(id)));
  return found
    .flatMap((story) => (story === null ? [] : (published(story) ?? [])))
    .map(toldText)
    .filter(({ id }) => asked.has(id));
};
