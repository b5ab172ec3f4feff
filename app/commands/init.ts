import { askQuestions } from '../init/ask-questions.ts';
import { QUESTIONS } from '../init/questions.ts';
import { filesIn, refuseToOverwrite, writeFiles } from '../init/write-files.ts';
import type { Work } from './command.ts';
import { UsageError } from './usage-error.ts';

type Options = { folder: string; set?: string[]; overwrite?: true };

/** Asks a few questions, and writes the settings with new secrets and the organisation's file. */
export const init: Work<[], Options> = async ({ options }, _env, terminal) => {
  const files = filesIn(options.folder);
  refuseToOverwrite(files, options.overwrite === true);
  const set = answersIn(options.set ?? []);
  const { ask } = terminal;
  if (ask.isPerson) terminal.print('A few questions. An empty answer takes what stands in [ ]; Ctrl+C writes nothing.');
  const answers = await askQuestions(set, ask, terminal.print).finally(ask.end);
  await writeFiles(answers, files);
  terminal.print(
    [
      `${files.settings} holds the settings, with new secrets. Back it up, and show it to nobody.`,
      `${files.organisation} holds name, hours and numbers. Read it: hours and closed days are as most have them.`,
      `Sammen reads .env in the folder it is started in; elsewhere set ENV_FILE=${files.settings}.`,
      'Next: "npm run -s sammen -- check" says what is still missing, and "npm start" starts Sammen.',
    ].join('\n'),
  );
};

/** @throws UsageError for what is no NAME=VALUE, a name that is no question's, or one that is set twice */
const answersIn = (given: readonly string[]): Map<string, string> => {
  const answers = new Map<string, string>();
  for (const text of given) {
    const at = text.indexOf('=');
    const of = text.slice(0, Math.max(0, at));
    if (!QUESTIONS.some((question) => question.of === of))
      throw new UsageError(
        `--set takes NAME=VALUE, and NAME is one of ${QUESTIONS.map((question) => question.of).join(', ')}. Nothing was written.`,
      );
    if (answers.has(of)) throw new UsageError(`${of} was set twice. Keep one of them. Nothing was written.`);
    answers.set(of, text.slice(at + 1).trim());
  }
  return answers;
};
