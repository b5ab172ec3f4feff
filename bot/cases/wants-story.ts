import type { Case } from './case.ts';

/** Whether a story is to be proposed from the case: its asker said yes, and there is an agent who could, too. */
export const wantsStory = ({ state, followUp, story, agent, answer }: Case): boolean =>
  followUp?.story === 'yes' &&
  story === undefined &&
  agent !== null &&
  answer !== null &&
  (state === 'answered' || state === 'closed');
