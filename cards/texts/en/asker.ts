import type { asker as danish } from '../da/asker.ts';

export const asker: typeof danish = {
  title: {
    asked: (agent) => `I am asking ${agent}`,
    askedNext: (agent) => `I am now asking ${agent}`,
    share: 'May all thinking partners read the case?',
    shared: 'All thinking partners can now see the case',
    nobody: 'There is nobody I can ask right now',
    humanTold: 'I have asked a human to help with your case',
    refused: 'The case is waiting for the next person with time',
    taken: (agent) => `${agent} has taken your case`,
    wrote: (agent) => `${agent} has written to you`,
    asks: (agent) => `${agent} would like to know more`,
    talk: (agent) => `${agent} would like to talk with you`,
    talkAt: (agent, when) => `${agent} suggests a talk on ${when}`,
    missed: 'I did not keep my promise to you',
    reminded: (agent) => `${agent} is waiting to hear from you`,
    yourTurn: (agent) => `It is your turn to write to ${agent}`,
    theirTurn: (agent) => `It is ${agent}'s turn to write`,
    corrected: (agent) => `${agent} has corrected the answer`,
    goOn: 'What would you like to do next?',
    answered: (agent) => `${agent} has answered you`,
    saidNo: (agent) => `${agent} has answered: it is a no`,
    helped: 'Glad it helped',
    helpedPartly: 'Some of it helped, something is missing',
    helpedNot: 'Something is still missing',
    followUpStep: 'Did your step come to anything?',
    followUp: 'How did it go?',
    followedUp: 'Thank you for telling me',
    closed: 'The case is closed',
    withdrawn: 'You have withdrawn the case',
  },
  promise: (when) => `You will hear from a human by ${when}.`,
  promiseAtRisk: (when) =>
    `I have promised that a human will write to you by ${when}. I will tell you if I cannot keep it.`,
  missed: (when) => `I promised you an answer by ${when}. I did not keep that promise. I am sorry.`,
  missedTaken: (agent) => `${agent} has the case now. I am reminding ${agent} that you are waiting.`,
  yourAgent: 'your thinking partner',
  anAgent: 'a thinking partner',
  chosenFor: (agent, fields) => `${agent} knows about ${fields}.`,
  offer: (agent) => `If ${agent} cannot, I will ask someone else.`,
  looking: 'I will write as soon as someone has said yes.',
  askedReaders: 'Only the thinking partners I ask can read the case. Your manager is not one of them.',
  nobody:
    'I cannot reach any thinking partner right now. I will ask the first one who can help, and let you know here.',
  humanTold:
    'I have asked a human to find someone who can take your case. They only see its principle and topic, not the text and not who you are.',
  noneFree: 'Right now no thinking partner who fits the case is free.',
  noneTook: (asked) =>
    asked === 1
      ? 'I have asked one person, who has not said yes yet. That says nothing about your case.'
      : `I have asked ${['', '', 'two', 'three'][asked] ?? asked} people, and nobody has said yes yet. That says nothing about your case.`,
  shareMeans:
    'Yes: all thinking partners can read the case, but not your manager. The first with time takes it. No: the case waits until one of them has time.',
  shareNameless: 'Your name is still hidden.',
  shareYes: 'Yes, show it to everyone',
  shareNo: 'No, wait for the next one',
  shared: 'The first with time takes the case. Your manager cannot see it.',
  namelessYet: 'You are shown as "Anonymous colleague". Only you can show your name.',
  shareAfterAll: 'You can also show the case to all thinking partners, but not your manager.',
  added: 'What you added goes with the case.',
  firstWord: (agent, when) => `${agent} will write to you by ${when}.`,
  theirTurn: (agent) => `It is ${agent}'s turn. I will let you know here.`,
  reminded: (agent) => `I am reminding ${agent} that you are waiting.`,
<<<<<<< HEAD
  yourTurn: (agent) => `Now it is your turn. A few lines to ${agent} will do.`,
  yourTurnTalk: 'Does that suit you?',
  yourTurnCall: (agent) => `Call when you can, or write to ${agent} when it suits you.`,
=======
  yourTurn: (agent) => `It is your turn now. A few lines to ${agent} will do.`,
  yourTurnTalk: 'Does it suit you? Write yes, or suggest another time.',
  yourTurnCall: (agent) => `Call when you can, or tell ${agent} what time suits you.`,
>>>>>>> main
  youReminded: 'A single line will do.',
  readers: (agent) => `Only you and ${agent} can read what you write here.`,
  nameless: (agent) => `${agent} sees you as "Anonymous colleague".`,
  talkWaits: (agent) =>
    `To talk with ${agent}, you need to show your name first. That is up to you. You can also just go on writing.`,
  goOn: (agent) =>
    `It has been quiet here for a while. I can ask someone other than ${agent}, you can write again, or you can close the case.`,
  silent: (agent, promised) =>
    `You have not heard from ${agent} yet, and I promised you an answer by ${promised}. I can ask someone else, or you can wait a little longer.`,
  didItHelp: 'Did the answer help you?',
  quiet: 'The case closes by itself after ten quiet working days. You can write again at any time.',
  missing: (agent) => `Write what is missing, and the case goes back to ${agent}.`,
  step: (text, day) => `A suggestion for you: ${text}, ${day}. It is up to you, and you can move the date.`,
  stepAccepted: (text, day) => `Your next step: ${text}, ${day}.`,
  stepBeside: (text, day) => `Your own step still stands: ${text}, ${day}.`,
  stepDropped: (text) => `You chose not to take the step: ${text}.`,
  followUp: {
    yourStep: 'Your step',
    step: 'Did anything come of it? It is all right if not. You can also answer later.',
    case: (agent) => `You and ${agent} talked about it a few weeks ago.`,
    learned: 'What did you learn? (only if you like)',
    readers: (agent) => `Only ${agent} sees your answer. I only ask this once.`,
    counted: 'HR only sees how many gave each answer.',
    said: (answer) => `You answered: ${answer}.`,
    told: (agent) => `That answer is only for ${agent}.`,
  },
  outcome: 'In short',
  ground: 'The reason',
  alternative: 'Instead',
  canReopen: (agent, until) =>
    agent === null
      ? `You can open the case again until the end of ${until}.`
      : `You can write to ${agent} again until the end of ${until}.`,
  tooOld: 'Write here if there is news. It will become a new case.',
  withdrawn: 'I will not ask anyone else. Just write again if you need to.',
  about: (text) => `The case: ${text}`,
};
