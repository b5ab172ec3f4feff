import type { colleagues as danish } from '../da/colleagues.ts';

export const colleagues: typeof danish = {
  someone: 'a colleague',
  handOver: {
    label: 'Hand the case to a colleague',
    intro: (asker) =>
      `I first ask ${asker} what the new colleague may read, then the colleague you choose. You have the case until there is a yes.`,
    agent: 'Who should have the case?',
    agentHint: 'First name and surname',
    reason: 'Why? Both of them can read it',
    send: 'Ask',
  },
  asked: {
    title: (agent, to) => `${agent} would like to hand your case to ${to}`,
    question: (agent, to) =>
      `${agent} would like to hand your case to ${to}. May ${to} also read what you and ${agent} have written?`,
    all: 'Yes',
    dilemma: 'Only my dilemma',
    no: 'No',
    means: (agent, to, until) =>
      `No means that the case stays with ${agent}. If you have not answered by ${until}, I show ${to} your dilemma and nothing else.`,
    shutOut: (agent, to) =>
      `${to} cannot get your case, whatever you answer. ${agent} gets a friendly no, and not the reason.`,
    you: (agent) =>
      `${agent} does not know that the case is yours. Whatever you answer, ${agent} gets a friendly no, and not the reason.`,
    waits: {
      all: (agent, to) => `I have asked ${to}, who can read your dilemma and what you and ${agent} have written.`,
      dilemma: (_agent, to) => `I have asked ${to}, who can read only your dilemma.`,
    },
    untilThen: (agent, to) => `${agent} has the case until ${to} says yes.`,
    readers: (agent, to) => `Only you, ${agent} and ${to} can read what you write here.`,
    takenOver: (agent) => `${agent} has taken over your case`,
  },
  asking: {
    asker: (asker, to) => `First I ask ${asker} what ${to} may read. You have the case until ${to} says yes.`,
    colleague: (to, until) => `You will hear by ${until} whether ${to} takes the case. Until then it is yours.`,
    stays: 'The case stays with you',
    notThisTime: (to) => `It was not ${to} this time, and that is quite all right. You can ask somebody else.`,
  },
  handed: {
    title: (agent) => `${agent} asks whether you would take a case`,
    until: (agent, until) =>
      `Answer by ${until}. If you do not get to it, the case stays with ${agent}. That is quite all right.`,
    readers: (agent) => `Once you have taken the case, ${agent} can no longer read along.`,
    declineIntro: (agent) => `That is quite all right. The case stays with ${agent}, who does not see the reason.`,
    decline: 'No, thank you',
    stays: (agent) => `The case stays with ${agent}`,
  },
  invite: {
    label: 'Invite a colleague to help',
    intro: (asker) =>
      `I first ask ${asker} what the new colleague may read, then the colleague you choose. Only you two see what you write to each other, and the answer is from both.`,
    agent: 'Whom would you like to invite?',
    send: 'Ask',
    suggested: (name, needs) => `${name} knows about ${needs}. Shall I ask whether the two of you can answer together?`,
    askThem: (to) => `Invite ${to}`,
    title: (agent, to) => `${agent} would like help from ${to}`,
    question: (agent, to) =>
      `${agent} would like to think about your case with ${to}. May ${to} also read what you and ${agent} have written?`,
    means: (agent, to, until) =>
      `${to} writes to ${agent} only, and you get one answer from both of them. If you say no or have not answered by ${until}, I do not ask ${to}.`,
    helps: {
      all: (agent, to) => `${to} is helping ${agent} and can read what you write here.`,
      dilemma: (agent, to) => `${to} is helping ${agent} and can read only your dilemma and the answer.`,
    },
    asker: (asker, to) => `First I ask ${asker} what ${to} may read.`,
    colleague: (to, until) => `You will hear by ${until} whether ${to} can help.`,
    alone: 'The case is yours alone',
    notThisTime: (to) => `${to} is not part of the case, and that is quite all right. You can ask somebody else.`,
    joined: (to) => `${to} is helping you with the case`,
    helping: (to) => `${to} is helping you. The answer goes out in both your names.`,
  },
  coAgent: {
    title: (agent) => `${agent} asks whether you would help with a case`,
    until: (agent, until) =>
      `Answer by ${until}. If you do not get to it, ${agent} answers alone. That is quite all right.`,
    how: (agent) =>
      `You write to ${agent} only, and only the two of you see it. The answer goes out in both your names.`,
    typed: (agent) => `What you wrote is ready in the field to ${agent} once you have said yes.`,
    accept: 'Yes, gladly',
    decline: 'Not this time',
    helping: (agent) => `You are helping ${agent} with a case`,
    active: (agent) => `Write to ${agent} when you have a thought. The answer goes out in both your names.`,
    answered: (agent) => `${agent} has given the answer in both your names.`,
    leave: 'I can no longer help',
  },
  notes: {
    heading: (other) => `Between you and ${other}. Only the two of you see it`,
    title: (who) => `${who} has written to you alone`,
    ask: (other) => `Shall I send it to ${other} as a note? Only the two of you see it.`,
    label: (other) => `Write only to ${other}`,
    text: (other) => `To ${other}. Only the two of you see it`,
    more: (count) => (count === 1 ? 'One earlier note is not shown.' : `${count} earlier notes are not shown.`),
  },
  signed: (agent, coAgent) => `Answer from ${agent} and ${coAgent}`,
  signedByYou: (coAgent) => `Answer from you and ${coAgent}`,
};
