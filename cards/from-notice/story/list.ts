import type { StoryLine, StoryReply } from '../../../bot/stories/notice.ts';
import { numberOf } from '../../../bot/time/iso-week.ts';
import type { Card } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { lines } from '../parts/nodes.ts';
import { plain } from '../parts/plain.ts';
import { sayWords } from '../parts/say-word.ts';
import { storyItem } from '../parts/story-item.ts';

/** What colleagues can read, for whoever may take a story down. */
export const storyListCard = ({ stories, next }: Extract<StoryReply, { kind: 'stories' }>, speech: Speech): Card => {
  const { list } = speech.t.stories;
  if (stories.length === 0) return plain(list.none, lines('body', [list.noneText]), sayWords(['help'], speech));
  return {
    title: list.title,
    tone: 'plain',
    body: [
      { kind: 'list', items: stories.map((story) => storyItem(story, titleOf(story, speech), speech)) },
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

const titleOf = ({ week, principle }: StoryLine, speech: Speech): string =>
  speech.t.stories.list.item(speech.principle(principle), numberOf(week), week.slice(0, 4));
