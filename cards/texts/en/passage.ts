import type { passage as danish } from '../da/passage.ts';

export const passage: typeof danish = {
  what: {
    reply: 'your message',
    'ask-back': 'your question',
    answer: 'your answer',
    thanks: 'your thanks',
    comment: 'your message about the answer',
    learned: 'your message',
    talk: 'your suggestion to talk',
    'talk-accepted': 'your yes',
  },
  wrote: (name) => `You have written to ${name}`,
  onItsWay: (what, name) => `On its way to ${name}: ${what}`,
  arrived: (what, name) => `${name} has received ${what}`,
  waiting: (what) => `Waiting to be delivered: ${what}`,
  notArrived: (what) => `Not delivered: ${what}`,
  line: {
    onItsWay: 'This card will show when it has arrived.',
    waiting: (platform) =>
      platform === null
        ? 'It cannot be delivered right now. I will keep trying.'
        : `${platform} is not accepting messages right now. I will keep trying.`,
    undeliverable: (what, name, first) => `${name} could not get ${what}. I will try again when ${first} is here.`,
    failed: (what, _name, first) => `I could not get ${what} to ${first}. An administrator can send it again.`,
  },
  offer: {
    what: 'your dilemma',
    onItsWay: (name) => `Your dilemma is on its way to ${name}.`,
    arrived: (name) => `${name} has received your dilemma.`,
  },
};
