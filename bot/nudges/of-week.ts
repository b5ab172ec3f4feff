import type { Needs } from '../needs.ts';
import type { Principle } from '../words.ts';
import type { Nudge } from './nudge-library.ts';
import { runOf } from './plan-run.ts';
import { type TeamQuestion, teamQuestionOf } from './team/team-question.ts';
import { principleOf, type Week, weekOf } from './week.ts';

/** What this week is about: its principle, and the nudge that most people get. */
export const ofThisWeek = async (
  needs: Pick<Needs, 'runs' | 'library' | 'teamQuestions' | 'clock' | 'time'>,
): Promise<{ week: Week; principle: Principle; nudge: Nudge | null; question: TeamQuestion | null }> => {
  const week = weekOf(needs.time.localDate(needs.clock()));
  const { texts } = await runOf(week, needs);
  return {
    week,
    principle: principleOf(week),
    nudge: needs.library.find(({ id }) => id === texts.all) ?? null,
    question: teamQuestionOf(week, needs.teamQuestions),
  };
};
