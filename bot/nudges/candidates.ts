import type { NudgeTextId } from '../ids.ts';
import type { NudgeDeps } from './deps.ts';
import type { Nudge } from './nudge-library.ts';
import { principleOf } from './principle-of-week.ts';
import type { Run } from './run.ts';
import { toldAmong, toldText } from './told-texts.ts';

/** Upper limit of a principle's stories in HR's list, the newest first: more do not fit beside the library's texts. */
const MAX_TOLD = 20;

type WeekTexts = Pick<Run, '_id' | 'texts' | 'instead'>;
export type TextDeps = Pick<NudgeDeps, 'library' | 'stories'>;

/**
 * Every text that HR may choose for a week: stories of its principle that colleagues told, then the library's. Whatever
 * else is to be chosen from comes in here, and has an id that no text of the library has.
 */
export const candidatesFor = async (run: WeekTexts, deps: TextDeps): Promise<readonly Nudge[]> => {
  const principle = principleOf(run._id);
  const newest = (await deps.stories.newestUnder(principle, MAX_TOLD)).map(toldText);
  const planned = await textsToPlan(run, deps);
  // One that HR chose stays in their list when newer ones come.
  return [...new Map([...newest, ...planned].map((text) => [text.id, text])).values()];
};

/** Every text that people may get in a week: the library's of its principle, and the stories that HR chose for it. */
export const textsToPlan = async (run: WeekTexts, { library, stories }: TextDeps): Promise<readonly Nudge[]> => {
  const principle = principleOf(run._id);
  const told = await toldAmong(chosenIn(run), { stories });
  return [...library, ...told].filter((nudge) => nudge.principle === principle);
};

/** The texts that stand in a week, and those that HR chose in the place of others. */
export const chosenIn = ({ texts, instead = [] }: WeekTexts): NudgeTextId[] => [
  ...new Set([...Object.values(texts), ...instead.map(({ by }) => by)]),
];
