import type { Principle } from '../words.ts';
import type { NudgeDeps } from './deps.ts';
import { type Nudge, nudgeById } from './nudge-library.ts';
import { runOf } from './plan-run.ts';
import { type TeamQuestion, teamQuestionOf } from './team-question.ts';
import { thisWeek } from './this-week.ts';
import { principleOf, type Week } from './week.ts';

/** This week's principle, the nudge for everybody, and the team question. */
export const contentOfThisWeek = async (
  deps: Pick<NudgeDeps, 'runs' | 'library' | 'teamQuestions' | 'clock' | 'time'>,
): Promise<{ week: Week; principle: Principle; nudge: Nudge | null; question: TeamQuestion | null }> => {
  const week = thisWeek(deps);
  const { texts } = await runOf(week, deps);
  return {
    week,
    principle: principleOf(week),
    nudge: nudgeById(texts.all, deps.library),
    question: teamQuestionOf(week, deps.teamQuestions),
  };
};
