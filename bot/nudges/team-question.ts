import { z } from 'zod';
import { type Week, weeksBetween } from '../time/iso-week.ts';
import { PRINCIPLES } from '../words.ts';
import { principleOf } from './principle-of-week.ts';

const MAX_LENGTH = 160;
const inLanguage = (language: string) => {
  const mend = `Write the question in ${language} there, in at most ${MAX_LENGTH} characters.`;
  return z.string(mend).trim().min(1, mend).max(MAX_LENGTH, `Write at most ${MAX_LENGTH}.`);
};
const question = z.strictObject({
  principle: z.enum(PRINCIPLES),
  da: inLanguage('Danish'),
  en: inLanguage('English'),
});

/** A question that a team can discuss for ten minutes. */
export type TeamQuestion = Readonly<z.infer<typeof question>>;

/** Schema of `content/team-questions.json`: at least one question per principle. */
export const teamQuestionsSchema = z
  .array(question)
  .superRefine((questions, context) => {
    for (const id of PRINCIPLES.filter((id) => !questions.some(({ principle }) => principle === id))) {
      const message = `has no question for ${JSON.stringify(id)}. Write at least one with "principle": ${JSON.stringify(id)}.`;
      context.addIssue({ code: 'custom', path: [], message });
    }
  })
  .readonly();

/** The week that starts the first round of questions. */
const FIRST_WEEK: Week = '2026-W01';

/** Takes a principle's questions in file order, one each time the principle comes round. */
export const teamQuestionOf = (week: Week, questions: readonly TeamQuestion[]): TeamQuestion | null => {
  const asked = questions.filter(({ principle }) => principle === principleOf(week));
  const round = Math.floor(weeksBetween(FIRST_WEEK, week) / PRINCIPLES.length);
  return asked[((round % asked.length) + asked.length) % asked.length] ?? null;
};
