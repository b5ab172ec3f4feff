import type { colleagues as danish } from '../da/colleagues.ts';

export const colleagues: typeof danish = {
  someone: 'a colleague',
  handOver: {
    label: 'Hand the case to a colleague',
    intro: 'You choose who. First I ask the person who asked you what the new colleague may read.',
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
};
