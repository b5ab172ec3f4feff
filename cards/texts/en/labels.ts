import type { labels as danish } from '../da/labels.ts';

export const labels: typeof danish = {
  anonymous: 'Anonymous colleague',
  topic: {
    lovgivning: 'Laws and rules',
    oekonomi: 'Money and budgets',
    tvaergaaende: 'Across departments',
    borgerdialog: 'Talking with citizens',
    borgerinitiativ: "Citizens' own ideas",
  },
  outcome: {
    advice: 'Advice',
    'small-trial': 'Try it on a small scale',
    'clear-no': 'A clear no',
    meeting: 'A meeting',
    elsewhere: 'It belongs somewhere else',
  },
  state: {
    waiting: 'Waiting for a sparring agent',
    active: 'Under way',
    answered: 'Answered',
    closed: 'Closed',
    withdrawn: 'Taken back',
  },
  declineReason: {
    'not-today': 'I have no time right now',
    'not-my-field': 'I do not know enough about it',
    'too-close': 'I am too close to this one',
  },
  helpful: { yes: 'Yes, it helped', partly: 'Partly', no: 'No, not yet' },
  caseNumber: (number) => `Case ${number}`,
  said: {
    reply: (name) => `${name} writes`,
    'ask-back': (name) => `${name} asks`,
    answer: (name) => `${name} answers`,
    thanks: (name) => `${name} says thank you`,
    comment: (name) => `${name} about the answer`,
    talk: (name) => name,
  },
  youSaid: {
    reply: 'You wrote',
    'ask-back': 'You asked',
    answer: 'You answered',
    thanks: 'You said thank you',
    comment: 'You wrote about the answer',
    talk: 'You',
  },
  role: { asker: 'You asked', agent: 'You are helping', offered: 'You have been asked', listed: 'On the common list' },
  and: ' and ',
  asked: (name) => `${name} asked`,
  youAsked: 'You asked',
};
