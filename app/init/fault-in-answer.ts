import { organisationSchema } from '../../bot/organisation.ts';
import { ConfigurationError, readConfig } from '../settings/config.ts';
import { envLine } from '../settings/env-file.ts';
import { withoutInventedValues } from '../settings/invented-values.ts';
import { type Answers, organisationIn, settingsIn } from './answers.ts';
import { CHATS } from './questions.ts';

/** Why the newest answer will not do, with the mend; null when it will. The program's own readers decide. */
export const faultInAnswer = (of: string, answers: Answers): string | null => {
  if (of === 'chat') return CHATS.some((chat) => chat === answers.get(of)) ? null : `Write one of ${CHATS.join(', ')}.`;
  return of.startsWith('organisation.') ? inOrganisation(of, answers) : inSettings(of, answers);
};

const inSettings = (name: string, answers: Answers): string | null =>
  (envLine(name, answers.get(name) ?? '') === null ? EVERY_QUOTE : null) ??
  complaintsAbout(settingsIn(answers)).find((text) => text.replace(/^\w+ is half set: /, '').startsWith(`${name} `)) ??
  null;

const EVERY_QUOTE = 'It holds every kind of quote (\', " and `), and no .env can hold that. Choose another one.';

const complaintsAbout = (settings: Record<string, string>): readonly string[] => {
  try {
    return readConfig(settings).warnings;
  } catch (error) {
    if (error instanceof ConfigurationError) return [...error.faults, ...error.warnings];
    throw error;
  }
};

const inOrganisation = (of: string, answers: Answers): string | null => {
  const path = of.split('.').slice(1);
  const file = organisationIn(answers);
  const issues = [organisationSchema, withoutInventedValues].flatMap(
    (schema) => schema.safeParse(file).error?.issues ?? [],
  );
  const issue = issues.find((one) => path.every((key, at) => one.path[at] === key));
  if (issue === undefined) return null;
  if (path[0] === 'contacts' && !/^https?:/i.test(answers.get(of) ?? ''))
    return `The answer ${inventedOr(issue.message)}`;
  return `The answer ${issue.message.replace(/^(?!is |has )/, 'will not do. ').replace(/, or (?:null|take it out)\.$/, '.')}`;
};

/** Whoever wrote neither digits nor an address hears of both. */
const inventedOr = (message: string): string =>
  message.startsWith('is ')
    ? message
    : 'is neither a phone number nor an address. Write one such as "+45 12 34 56 78" or "https://kommune.dk/kontakt".';
