import type { Step, Who } from './script.ts';

/** What many chats begin with, so that each tells only its own story. */

export const asks = (asker: Who, text: string, send = 'Send'): Step[] => [
  [asker, 'says', text],
  [asker, 'presses', send],
];

export const isHelpedBy = (asker: Who, agent: Who, text: string, send = 'Send'): Step[] => [
  ...asks(asker, text, send),
  [agent, 'presses', 'accept-case'],
];

export const isAnsweredBy = (asker: Who, agent: Who, text: string, answer: string, send = 'Send'): Step[] => [
  ...isHelpedBy(asker, agent, text, send),
  [agent, 'presses', 'answer-case', { text: answer, outcome: 'advice' }],
];
