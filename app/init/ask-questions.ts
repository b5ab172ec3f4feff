import type { Ask } from '../command-line/ask.ts';
import { UsageError } from '../commands/usage-error.ts';
import type { Answers } from './answers.ts';
import { faultInAnswer } from './fault-in-answer.ts';
import { QUESTIONS, type Question } from './questions.ts';

/**
 * Asks everything, each answer checked at once: a person is asked again, and an answer that was piped in or set ends it.
 * @param set answers that were given beforehand
 * @throws UsageError
 */
export const askQuestions = async (set: Answers, ask: Ask, say: (line: string) => void): Promise<Answers> => {
  const answers = new Map<string, string>();
  for (const question of QUESTIONS)
    if (question.when?.(answers) ?? true) answers.set(question.of, await answerTo(question, answers, set, ask, say));
  const unused = [...set.keys()].find((of) => !answers.has(of));
  if (unused !== undefined)
    throw new UsageError(`${unused} was set, but is not asked for with these answers. Leave it out.`);
  return answers;
};

const answerTo = async (
  { of, asks, otherwise, secret = false }: Question,
  answers: Answers,
  set: Answers,
  ask: Ask,
  say: (line: string) => void,
): Promise<string> => {
  const hint = otherwise === undefined || otherwise === '' ? '' : ` [${otherwise}]`;
  for (;;) {
    const given = set.get(of) ?? (await ask(`${asks}${hint}: `, { secret }));
    if (given === null) throw new UsageError(`${of} was not answered (${asks}). Nothing was written.`);
    const answer = given === '' ? otherwise : given;
    const fault =
      answer === undefined
        ? 'It must be answered.'
        : answer === ''
          ? null
          : faultInAnswer(of, new Map([...answers, [of, answer]]));
    if (answer !== undefined && fault === null) return answer;
    if (!ask.isPerson || set.has(of)) throw new UsageError(`${of}: ${fault} Nothing was written.`);
    say(String(fault));
  }
};
