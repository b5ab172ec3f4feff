import type { ToldStory } from '../../../bot/stories/notice.ts';
import type { Press } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { snippet } from './nodes.ts';

/** How much of a story stands in a list, in characters: enough to know it by. */
const MAX_OF_A_STORY = 140;

/** A story in a list, with a button that opens its card. */
export const storyItem = ({ id, text }: ToldStory, title: string, { t }: Speech) => ({
  title,
  text: snippet(text, MAX_OF_A_STORY),
  action: {
    kind: 'press',
    verb: 'show-story',
    label: t.stories.list.show,
    data: { story: id },
    weight: 'normal',
  } satisfies Press,
});
