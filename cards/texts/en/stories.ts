import type { Texts } from '../texts.ts';

export const stories: Texts['stories'] = {
  standing: 'Story',
  ask: {
    question: (agent) =>
      `May others learn from it? I will write a proposal without names. Only you and ${agent} read it until you have both said yes to every word.`,
    yes: 'Yes, write a proposal',
    no: 'No thanks',
    show: 'Show the story',
  },
  moved: (platform) => (platform === null ? 'The story is further down' : `The story is in ${platform}`),
  teller: {
    title: {
      proposed: () => 'May others learn from your case?',
      approved: (agent) => `${agent} is reading your story now`,
      published: () => 'All colleagues can read your story',
      withdrawn: () => 'The story will not be shared',
      'taken-down': () => 'HR has taken the story down',
    },
    titleEdited: 'Is this how you want to tell it?',
    titleAlone: 'The story cannot be shared',
    proposal: 'My proposal',
    words: 'Your story',
    how: 'I wrote it from your dilemma, the answer and what you learned. Change it until it is yours.',
    next: (agent) =>
      `If you say yes, ${agent} reads the words. Only when ${agent} says yes, too, can all colleagues read them.`,
    hidden: 'I took out names, places and units. Please check for anything else a citizen could be known by.',
    silence: 'Colleagues cannot see that it is you who tells it. If you do not answer, nothing more happens.',
    approved: (agent) => `You said yes. When ${agent} says yes, too, all colleagues can read the words.`,
    published: (agent) =>
      `${agent} said yes, too. Colleagues can find the story when they face something like it. It may also come as a weekly nudge and in the report.`,
    nameless: 'Colleagues cannot see that it is you who tells it. You can take the story back at any time.',
    alone: 'The person who answered is no longer here, so nobody can give the second yes.',
    withdrawn: 'The words are deleted. It changes nothing about the case.',
    takenDown: 'No colleague can read it any more. It changes nothing about the case.',
  },
  agent: {
    title: {
      proposed: (teller) => `${teller} is changing the story`,
      approved: (teller) => `May others learn from what you and ${teller} talked about?`,
      published: () => 'All colleagues can read the story',
      withdrawn: () => 'The story will not be shared',
      'taken-down': () => 'HR has taken the story down',
    },
    words: 'The story',
    proposed: 'You will see the words when they are ready.',
    approved: (teller) =>
      `${teller} said yes to exactly these words. When you say yes, too, all colleagues can read them.`,
    silence: 'Colleagues cannot see who you two are, or which case it was. If you do not answer, nothing more happens.',
    published: 'Colleagues cannot see who you two are, or which case it was. You can take the story back at any time.',
    withdrawn: 'The words are deleted. It changes nothing about the case.',
    takenDown: 'No colleague can read it any more. It changes nothing about the case.',
  },
  hr: {
    title: { published: 'A story that colleagues can read', 'taken-down': 'The story is taken down' },
    nameless: 'Two colleagues said yes to every word. You cannot see who they are.',
    takenDown: 'No colleague can read it any more, and the two read the reason.',
  },
  reason: 'The reason from HR',
  actions: {
    yes: 'Yes, share the words',
    no: 'No thanks',
    edit: {
      label: 'Change the words',
      text: 'Your story, at most 600 characters',
      send: 'Save the words',
      intro: 'Write it without the names of people, places and units.',
      again: 'When you change it, nobody else can read the story until you have both said yes to the new words.',
    },
    takeBack: 'Take the story back',
    takeDown: {
      label: 'Take the story down',
      reason: 'What is the reason?',
      intro: 'Both will read the reason. The story will not come back.',
      send: 'Take it down',
    },
  },
};
