import type { introduction as danish } from '../da/introduction.ts';

export const introduction: typeof danish = {
  propose: {
    label: 'Introduce a colleague',
    intro: (asker) =>
      `I first ask ${asker}, then the colleague you suggest. Both read your line. The colleague does not get the dilemma.`,
    person: (asker) => `Who should ${asker} talk with?`,
    typed: 'Or write the name, if the list does not appear',
    personHint: 'Name or unit',
    text: 'Why this colleague?',
    textHint: 'For example: Has tried the same',
    send: 'Suggest it',
  },
  toAgent: {
    asked: (asker, colleague) => `I am asking whether ${asker} and ${colleague} should talk. I will let you know here.`,
    made: (asker, colleague) => `${asker} and ${colleague} have both said yes and can talk. You still have the case.`,
    off: (colleague) =>
      `It did not work out with ${colleague} this time. Do suggest somebody else, or go on helping yourself.`,
    titleMade: (asker, colleague) => `${asker} and ${colleague} can talk now`,
    titleOff: 'The introduction did not work out this time',
  },
  toAsker: {
    title: (agent, colleague) => `${agent} suggests that you talk with ${colleague}`,
    titleMade: (colleague) => `You and ${colleague} can talk now`,
    titleOff: 'The introduction did not work out this time',
    question: (colleague) => `May I ask ${colleague} whether the two of you should talk?`,
    gets: (first, agent) => `${first} gets the line from ${agent} and your name, but not your dilemma.`,
    getsNameless: (first, agent) =>
      `${first} gets the line from ${agent}, but neither your dilemma nor your name. If ${first} says yes, I show ${first} your name. ${agent} still does not learn it.`,
    hasRead: (first) => `${first} may have read your dilemma when I was looking for a thinking partner.`,
    until: (when) => `Please answer by ${when}. Otherwise I leave it at that.`,
    yes: (first) => `Yes, ask ${first}`,
    no: 'No, thank you',
    barrier: {
      yourself: (agent) =>
        `${agent} has suggested you without knowing that the case is yours, and only hears that it did not work out.`,
      manager: (first, agent) =>
        `${first} is one of your managers, so I do not ask. ${first} hears nothing, and ${agent} only hears that it did not work out.`,
      'left-out': (first, agent) =>
        `You asked me not to ask ${first}, so I do not. ${agent} only hears that it did not work out.`,
    },
    ok: 'OK, leave it',
    waits: (colleague, when) => `I have asked ${colleague}. I will let you know here by ${when}.`,
    made: (first) => `${first} would like to talk with you. Get in touch with ${first} when it suits you.`,
    shown: (first, agent) => `Your name is shown to ${first}, not to ${agent}.`,
    off: (agent) => `The introduction did not work out this time. Your case is still with ${agent}.`,
    youSaidNo: (agent) => `You said no. ${agent} only hears that it did not work out.`,
  },
  toColleague: {
    kicker: 'Introduction',
    title: (asker) => `Would you talk with ${asker}?`,
    wrote: (agent) => `${agent} writes`,
    why: (agent, asker) =>
      `${agent} is helping ${asker} with something at work and thinks you are the one to talk with.`,
    reads: 'You do not get to see the dilemma. Your colleague decides what you talk about.',
    gets: "If you say yes, you can see each other's name, unit and any phone number in the profile.",
    until: (when) => `Please answer by ${when}. If you do not get to it, I leave it at that. That is quite all right.`,
    tells: (agent) => `${agent} only hears whether it works out, not who answered what.`,
    answerBy: (when) => `Please answer by ${when}.`,
    show: 'See the question',
    yes: 'Yes, gladly',
    no: 'Not now',
    titleMade: (asker) => `You and ${asker} can talk now`,
    made: (first) => `I am telling ${first}. You can write first, or you can wait for ${first}.`,
    titleNo: 'Thank you for answering',
    fine: 'That is quite all right. There is nothing more to do.',
    goesOn: (platform) => (platform === null ? 'The question is further down' : `The question is now in ${platform}`),
    titleOver: 'The question no longer applies',
    over: 'There is nothing more to do.',
  },
  contact: {
    unit: 'Unit',
    phone: 'Phone',
    chat: (first, platform) => `Write to ${first} in ${platform}`,
  },
};
