import { isOneLetterOff } from '../../bot/talk/one-letter-off.ts';
import type { Environment } from './config.ts';

/** Shorter names are a letter away from too many others. */
const MIN_LENGTH = 6;

/** What the same thing is called elsewhere: by Microsoft's and Slack's own tools, and in other programs. */
const CALLED_ELSEWHERE: Readonly<Record<string, string>> = {
  CLIENT_ID: 'MicrosoftAppId',
  BOT_ID: 'MicrosoftAppId',
  TEAMS_APP_ID: 'MicrosoftAppId',
  CLIENT_SECRET: 'MicrosoftAppPassword',
  BOT_PASSWORD: 'MicrosoftAppPassword',
  MICROSOFT_APP_SECRET: 'MicrosoftAppPassword',
  MicrosoftAppSecret: 'MicrosoftAppPassword',
  TENANT_ID: 'MicrosoftAppTenantId',
  MICROSOFT_TENANT_ID: 'MicrosoftAppTenantId',
  SLACK_TOKEN: 'SLACK_BOT_TOKEN',
  SLACK_SECRET: 'SLACK_SIGNING_SECRET',
  MONGO_URI: 'MONGODB_URI',
  MONGO_URL: 'MONGODB_URI',
  DATABASE_URL: 'MONGODB_URI',
  BASE_URL: 'PUBLIC_URL',
  HTTP_PORT: 'PORT',
  DATA_FOLDER: 'DATA_DIR',
  DATA_DIRECTORY: 'DATA_DIR',
  CONTENT_FOLDER: 'CONTENT_DIR',
  CONTENT_DIRECTORY: 'CONTENT_DIR',
  ORG_FILE: 'ORGANISATION_FILE',
  ORGANISATION: 'ORGANISATION_FILE',
  ADMIN_EMAIL: 'ADMINS',
  SECRET_KEY: 'SECRET',
  OLD_SECRET: 'SECRET_PREVIOUS',
  PREVIOUS_SECRET: 'SECRET_PREVIOUS',
  DEMO: 'SANDBOX',
};

const plain = (name: string): string => name.replaceAll('_', '').toUpperCase();

/**
 * What was set under a name that Sammen does not read, but is spelt almost like one that it does (MICROSOFT_APP_ID,
 * SECRETT) or is what others call it (CLIENT_ID). A sentence each. @param known the names that Sammen reads
 */
export const misspeltSettings = (env: Environment, known: ReadonlySet<string>): string[] =>
  Object.keys(env).flatMap((name) => {
    if (known.has(name) || name.length < MIN_LENGTH || !env[name]?.trim()) return [];
    const spelt = [...known].find((one) => plain(one) === plain(name) || isOneLetterOff(plain(one), plain(name)));
    const meant = spelt ?? CALLED_ELSEWHERE[name];
    return meant === undefined
      ? []
      : [`${name} is set, but Sammen reads ${meant}. Rename it, if that is what you mean.`];
  });
