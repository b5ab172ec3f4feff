import { z } from 'zod';
import { PRINCIPLES } from '../words.ts';
import { principleOf, type Week, weeksBetween } from './week.ts';

const LONGEST = 160;
const words = z.string().trim().min(1).max(LONGEST);
const question = z.strictObject({ principle: z.enum(PRINCIPLES), da: words, en: words });

/** One question that a team can talk about for ten minutes. */
export type TeamQuestion = Readonly<z.infer<typeof question>>;

/** `content/team-questions.json` is no list of questions. */
export class TeamQuestionsFault extends Error {
  override readonly name = 'TeamQuestionsFault';
}

/** @throws TeamQuestionsFault that names every fault at once */
export const readTeamQuestions = (json: unknown): readonly TeamQuestion[] => {
  const read = z.array(question).safeParse(json);
  const faults = read.success
    ? PRINCIPLES.filter((id) => !read.data.some(({ principle }) => principle === id)).map(
        (id) => `write at least one question for ${id}`,
      )
    : read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  if (faults.length > 0) throw new TeamQuestionsFault(`content/team-questions.json: ${faults.join('; ')}`);
  return read.data ?? [];
};

/** Any week in which the first of each principle's questions is asked, or the one before. */
const FIRST_WEEK: Week = '2026-W01';

/** One after another: each time a principle comes round, its next question, in the order of the file. */
export const teamQuestionOf = (week: Week, questions: readonly TeamQuestion[]): TeamQuestion | null => {
  const asked = questions.filter(({ principle }) => principle === principleOf(week));
  const round = Math.floor(weeksBetween(FIRST_WEEK, week) / PRINCIPLES.length);
  return asked[((round % asked.length) + asked.length) % asked.length] ?? null;
};
