import type { passage as danish } from '../da/passage.ts';

export const passage: typeof danish = {
  what: {
    reply: 'your message',
    'ask-back': 'your question',
    answer: 'your answer',
    thanks: 'your thank-you',
    comment: 'your message about the answer',
    learned: 'your message',
    correction: 'your correction',
    talk: 'your suggestion to talk',
    'talk-accepted': 'your yes',
    'talk-cancelled': 'your cancellation',
    introduction: 'your suggestion',
  },
  wrote: (name) => `You have written to ${name}`,
  onItsWay: (what, name) => `${what} is on its way to ${name}`,
  arrived: (what, name) => `${name} has received ${what}`,
  waiting: (what) => `${what} is waiting to be delivered`,
  notArrived: (what) => `${what} has not arrived`,
  line: {
    onItsWay: 'This card will show when it has arrived.',
    waiting: (platform) =>
      platform === null
        ? 'The chat is not accepting messages right now. I will keep trying.'
        : `${platform} is not accepting messages right now. I will keep trying.`,
    undeliverable: (what, name, first) => `${name} could not get ${what}. I will try again when I can reach ${first}.`,
    failed: (what, _name, first) => `I could not get ${what} to ${first}. An administrator can try again.`,
  },
  offer: {
    what: 'your dilemma',
    onItsWay: (name) => `Your dilemma is on its way to ${name}.`,
    arrived: (name) => `${name} has received your dilemma.`,
  },
};
