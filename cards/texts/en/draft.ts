import type { draft as danish } from '../da/draft.ts';

export const draft: typeof danish = {
  kicker: 'Only you can see this',
  title: 'Shall I send this to a sparring agent?',
  yours: 'Your dilemma',
  readers:
    'I ask one thinking partner at a time. Only they can read it, and your manager is not one of them. If three cannot help, I ask you before more people see it.',
  kept: (day) => `Nothing is sent until you press Send. The draft stays here until the end of ${day}.`,
  reminded: 'Would you like to send your draft?',
  vague: 'Two more sentences would help: who is it about, and what have you tried? You can also send it as it is.',
  promise: (when) => `You will hear from a human by ${when} if you send it now.`,
  noPromise:
    'Right now there is no sparring agent I can ask, so I cannot promise you a time. If you send it, I will ask the first one who can help.',
  nameless:
    'Without your name it says "Anonymous colleague". Read it once more: could the words give you away? What you send can be requested under the access rules.',
  openly:
    'You wrote it where others could read it. So it is sent with your name, and the rules on access to documents apply.',
  waiting: (numbers) => `If this belongs to ${numbers}, send it there instead.`,
  or: ' or ',
  follows: (number) => `Case ${number} was closed more than 30 days ago, so this becomes a new case.`,
  sendToCase: (number) => `Send to case ${number}`,
  send: 'Send',
  sendNameless: 'Send without my name',
  change: 'Change',
  discard: 'Throw away',
  /** A draft that was started from a nudge and has no text yet. */
  begun: { title: 'What is difficult about it?' },
  changing: {
    title: 'Change your dilemma',
    text: 'Your dilemma',
    textHint: 'What are you in doubt about, and what have you tried?',
    principle: 'It is mostly about',
    topic: 'Topic',
    today: 'I need an answer today',
    promise: (when, today) =>
      `You will hear from a human by ${when} if you send it now. With the box ticked, it is by ${today}.`,
    notTo: {
      label: 'Who should I not ask? Choose up to three. They will not be told',
      hint: 'Write the names with commas between them. The word "agents" shows you the whole list.',
    },
  },
  /** What is left of a preview when a newer one stands further down. */
  moved: 'Your draft is further down.',
  full: {
    title: 'There is no room for more in your draft',
    text: (most) =>
      `A draft holds up to ${most} characters. What you wrote last is not in it, and the rest of the draft is as it was.`,
    what: 'Press Change and shorten the draft, or send it and write the rest to your colleague afterwards.',
  },
  sentStays: {
    title: 'What you have sent is still sent',
    text: 'Editing or deleting the message here does not change it. Write a new message if something needs correcting.',
  },
  used: (number) =>
    number === null ? 'Thank you. I am passing it on.' : `Thank you. You can follow it as case ${number}.`,
  discarded: 'It has been thrown away. Nobody saw it.',
  ended: 'Your draft was not sent in time, so I threw it away. Nobody saw it. Just write again.',
};
