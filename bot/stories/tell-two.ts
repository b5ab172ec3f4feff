import type { PersonId } from '../ids.ts';
import { storyMessageId } from '../messages/ids.ts';
import { type Owed, ping, update } from '../messages/owed.ts';
import type { WorkingTime } from '../time/working-time.ts';
import type { StoryMove } from './move-story.ts';
import type { StoryDebt } from './saying.ts';
import type { Story } from './story.ts';

/** What the story's next revision owes its two and whoever pressed: their cards, and questions that hold no longer. */
export const owedAfter = (
  story: Story,
  { tell, set }: StoryMove,
  actor: PersonId,
  { now, time }: { now: Date; time: Pick<WorkingTime, 'nextOpen'> },
): Owed<StoryDebt>[] => {
  const { teller, agent } = story;
  const pinged = new Set(tell === 'both' ? [teller, agent] : tell === 'agent' ? [agent] : []);
  const everybody = [...new Set([teller, agent, actor])].filter((id) => id !== null);
  const say = { kind: 'story', story: story._id } as const;
  const cards = everybody.map((to, nth): Owed<StoryDebt> => {
    const id = storyMessageId(story._id, story.rev + 1, nth);
    return pinged.has(to) ? ping(id, to, say, time.nextOpen(now)) : update(id, to, say, now);
  });
  const ended = set.meetings === undefined ? [] : story.meetings.filter(({ state }) => state === 'asked');
  const questions = ended.flatMap(({ id: meeting }, nth): Owed<StoryDebt>[] => {
    const id = storyMessageId(story._id, story.rev + 1, cards.length + nth);
    return teller === null ? [] : [update(id, teller, { kind: 'meeting', story: story._id, meeting }, now)];
  });
  return [...cards, ...questions];
};
