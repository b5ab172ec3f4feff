import { weekOf } from '../../bot/time/iso-week.ts';
import { createWorkingTime } from '../../bot/time/working-time.ts';
import type { Content } from '../content/load-content.ts';
import type { Store } from '../open-store.ts';
import { sandboxStories } from './demo-stories.ts';

/** Made-up people and what they have told. The people come last: a start that dies before them begins again. */
export const fillSandbox = async (
  { organisation, demoPeople }: Pick<Content, 'organisation' | 'demoPeople'>,
  now: Date,
  { people, stories }: Pick<Store, 'people' | 'stories'>,
): Promise<void> => {
  const all = demoPeople();
  const week = weekOf(createWorkingTime(organisation).localDate(now));
  const ids = all.map(({ _id }) => _id);
  for (const story of sandboxStories(ids, week)) {
    await stories.add(story);
    // They were told before anybody was here: weeks without people have no figures.
    await stories.counted(story._id, story.rev);
  }
  for (const person of all) await people.add(person);
};
