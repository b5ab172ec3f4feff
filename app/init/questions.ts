import type { Answers } from './answers.ts';
import { isAnyOf } from './answers.ts';

/** A question of `init`. Its answer becomes a setting in `.env`, or a value in the organisation's file. */
export type Question = {
  /** The name of a setting, `organisation.…` with the path of a value, or `chat`, which decides what else is asked. */
  of: string;
  asks: string;
  /** Taken for an empty answer; without it the question must be answered. */
  otherwise?: string;
  secret?: boolean;
  /** Whether to ask, after the answers so far; always when left out. */
  when?(answers: Answers): boolean;
};

export const CHATS = ['teams', 'slack', 'both', 'none'] as const;

const onTeams = isAnyOf('teams', 'both');
const onSlack = isAnyOf('slack', 'both');
const isReal = isAnyOf('teams', 'slack', 'both');
const contact = (key: string, whose: string): Question => ({
  of: `organisation.contacts.${key}`,
  asks: `Phone number, or https address, of ${whose}`,
});

/** In the order in which they are asked. */
export const QUESTIONS: readonly Question[] = [
  { of: 'chat', asks: `Where do people write to Sammen: ${CHATS.join(', ')} (a trial with made-up people)` },
  { of: 'organisation.name', asks: 'Name of the municipality' },
  { of: 'PUBLIC_URL', asks: 'Address that people and platforms reach Sammen on, with https', when: isReal },
  { of: 'ADMINS', asks: 'E-mail address of the first admin (several with commas)', when: isReal },
  { of: 'MicrosoftAppId', asks: 'Teams: MicrosoftAppId, of the bot’s registration', when: onTeams },
  { of: 'MicrosoftAppTenantId', asks: 'Teams: MicrosoftAppTenantId, the tenant’s id', when: onTeams },
  { of: 'MicrosoftAppPassword', asks: 'Teams: the value of its client secret', secret: true, when: onTeams },
  { of: 'SLACK_BOT_TOKEN', asks: 'Slack: the bot token (xoxb-…)', secret: true, when: onSlack },
  {
    of: 'SLACK_APP_TOKEN',
    asks: 'Slack: the app token (xapp-…) for socket mode; empty where Slack may reach Sammen',
    otherwise: '',
    secret: true,
    when: onSlack,
  },
  {
    of: 'SLACK_SIGNING_SECRET',
    asks: 'Slack: the signing secret',
    secret: true,
    when: (given) => onSlack(given) && !given.get('SLACK_APP_TOKEN'),
  },
  {
    of: 'MONGODB_URI',
    asks: 'Address of MongoDB; empty for a pilot without',
    otherwise: '',
    secret: true,
    when: isReal,
  },
  { of: 'DATA_DIR', asks: 'Folder for the store', otherwise: './data', when: (given) => !given.get('MONGODB_URI') },
  { of: 'organisation.welcomeFrom', asks: 'Who welcomes people, such as "Birgit Holm i Personale"' },
  {
    of: 'organisation.coordinator',
    asks: 'E-mail address of whoever hears when a case waits too long; empty for the admins',
    otherwise: '',
    when: isReal,
  },
  contact('switchboard', 'the switchboard'),
  contact('childrenAndFamilies', 'whom to call about a child in danger'),
  contact('whistleblower', 'the whistleblower scheme'),
  contact('workEnvironment', 'those who help with threats and harassment at work'),
  contact('citizenService', 'citizen service'),
];
