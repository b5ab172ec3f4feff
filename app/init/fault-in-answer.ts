import { organisationSchema } from '../../bot/organisation.ts';
import { ConfigurationError, readConfig } from '../settings/config.ts';
import { withoutInventedValues } from '../settings/invented-values.ts';
import { type Answers, organisationIn, settingsIn } from './answers.ts';
import { CHATS } from './questions.ts';

/** Why the newest answer will not do, with the mend; null when it will. The program's own readers decide. */
export const faultInAnswer = (of: string, answers: Answers): string | null => {
  if (of === 'chat') return CHATS.some((chat) => chat === answers.get(of)) ? null : `Write one of ${CHATS.join(', ')}.`;
  return of.startsWith('organisation.') ? inOrganisation(of, answers) : inSettings(of, answers);
};

const inSettings = (name: string, answers: Answers): string | null =>
  complaintsAbout(settingsIn(answers)).find((text) => text.replace(/^\w+ is half set: /, '').startsWith(`${name} `)) ??
  null;

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
  return issue === undefined ? null : `The answer ${issue.message.replace(/^(?!is |has )/, 'does not do. ')}`;
};
