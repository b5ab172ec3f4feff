import type { StoryLine, StoryReply } from '../../../bot/stories/notice.ts';
import { numberOf } from '../../../bot/time/iso-week.ts';
import type { Card } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { lines, snippet } from '../parts/nodes.ts';
import { plain } from '../parts/plain.ts';
import { sayWords } from '../parts/say-word.ts';

/** How much of a story stands in the list, in characters: enough to know it by. */
const MAX_OF_A_STORY = 140;

/** What colleagues can read, for whoever may take a story down. */
export const storyListCard = ({ stories, next }: Extract<StoryReply, { kind: 'stories' }>, speech: Speech): Card => {
  const { list } = speech.t.stories;
  if (stories.length === 0) return plain(list.none, lines('body', [list.noneText]), sayWords(['help'], speech));
  return {
    title: list.title,
    tone: 'plain',
    body: [
      { kind: 'list', items: stories.map((story) => storyItem(story, speech)) },
      ...lines('subtle', [list.takeDown]),
    ],
    actions:
      next === null
        ? []
        : [
            {
              kind: 'press',
              verb: 'more-stories',
              label: list.more,
              data: { story: next.id, week: next.week },
              weight: 'normal',
            },
          ],
  };
};

const storyItem = ({ id, week, principle, text }: StoryLine, speech: Speech) => ({
  title: speech.t.stories.list.item(speech.principle(principle), numberOf(week), week.slice(0, 4)),
  text: snippet(text, MAX_OF_A_STORY),
  action: {
    kind: 'press' as const,
    verb: 'show-story' as const,
    label: speech.t.stories.list.show,
    data: { story: id },
    weight: 'normal' as const,
  },
});
