import type { Principle } from '../words.ts';
import type { NudgeDeps } from './deps.ts';
import { type Nudge, nudgeNamed } from './nudge-library.ts';
import { runOf } from './plan-run.ts';
import { type TeamQuestion, teamQuestionOf } from './team-question.ts';
import { thisWeek } from './this-week.ts';
import { principleOf, type Week } from './week.ts';

/** What this week is about: its principle, and the nudge that most people get. */
export const ofThisWeek = async (
  deps: Pick<NudgeDeps, 'runs' | 'library' | 'teamQuestions' | 'clock' | 'time'>,
): Promise<{ week: Week; principle: Principle; nudge: Nudge | null; question: TeamQuestion | null }> => {
  const week = thisWeek(deps);
  const { texts } = await runOf(week, deps);
  return {
    week,
    principle: principleOf(week),
    nudge: nudgeNamed(texts.all, deps.library),
    question: teamQuestionOf(week, deps.teamQuestions),
  };
};
