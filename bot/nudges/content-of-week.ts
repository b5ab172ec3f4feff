import type { Week } from '../time/iso-week.ts';
import { thisWeek } from '../time/this-week.ts';
import type { Principle } from '../words.ts';
import type { NudgeDeps } from './deps.ts';
import { type Nudge, nudgeById } from './nudge-library.ts';
import { principleOf } from './principle-of-week.ts';
import { type RunOfDeps, runOf, textsFor } from './run-of.ts';
import { type TeamQuestion, teamQuestionOf } from './team-question.ts';
import { isTold } from './told-texts.ts';

/** This week's principle, the nudge for everybody, and the team question. */
export const contentOfThisWeek = async (
  deps: RunOfDeps & Pick<NudgeDeps, 'teamQuestions' | 'clock'>,
): Promise<{ week: Week; principle: Principle; nudge: Nudge | null; question: TeamQuestion | null }> => {
  const week = thisWeek(deps);
  const { texts, skipped } = await runOf(week, deps);
  // The sheet is for everybody who passes by, and its teller said yes to colleagues only.
  const { all } = isTold(texts.all) ? await textsFor(week, skipped, deps) : texts;
  return {
    week,
    principle: principleOf(week),
    nudge: nudgeById(all, deps.library),
    question: teamQuestionOf(week, deps.teamQuestions),
  };
};
