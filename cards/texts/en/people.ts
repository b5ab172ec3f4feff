import type { people as danish } from '../da/people.ts';

export const people: typeof danish = {
  profile: {
    title: {
      nothing: 'Your profile',
      profile: 'Saved. This is your profile now',
      absence: 'Saved. You get no new cases meanwhile',
      back: 'Good to have you here. I will ask you again',
    },
    agent: 'I use this to find the right person for a case.',
    agentReaders:
      'When a colleague writes "agents", your name, your unit and what you are good at stand on the list. Only somebody you want to talk with sees your phone number.',
    colleague: 'I only show your number to somebody you want to talk with.',
    principles: 'Principles you are good at',
    topics: 'Topics you know about',
    languages: 'Languages you can help in',
    ownLanguage: 'The language I write to you in',
    languageNames: { da: 'Danish', en: 'English' },
    capacity: 'How many cases at a time, at most?',
    shown: 'Show me on the open list. Everybody can see it: name, unit, phone and where to meet you',
    phone: 'Your phone',
    phoneHint: 'For example: 70 00 01 01',
    place: 'Where can people meet you?',
    placeHint: 'For example: The library, 1st floor',
    send: 'Save profile',
  },
  absence: {
    label: 'I am away for a while',
    intro: 'You get no new cases meanwhile. Those you have stay with you.',
    from: 'First day',
    until: 'Last day',
    substitute: 'Ask instead (if you like)',
    send: 'Save absence',
    heading: 'You are away',
    days: (from, until) => (from === until ? from : `${from} until and including ${until}`),
    instead: (name) => `I ask ${name} first.`,
    nobody: 'I ask whoever fits best.',
    end: 'I am here after all',
    title: 'When are you away?',
    notAgent: {
      title: 'You need not register absence here',
      text: 'It is only for sparring agents, who are asked to take cases. If you want no nudges while you are away, you can pause them.',
    },
  },
  unit: {
    label: 'Say where you work',
    intro:
      'Where do you work? Then your colleague knows where you come from. If you send without your name, the agent does not see it. I only ask this once.',
    unit: 'Your unit',
    other: 'If it is not there, write it',
    send: 'Save unit',
  },
  leftBy: {
    title: 'Your case needs a new sparring agent',
    text: (agent) =>
      `${agent} cannot look after your case any more. It has nothing to do with you or the case. The next one sees your dilemma, not what you two wrote to each other.`,
    gaveBack: (agent) =>
      `${agent} cannot take your case any further this time. That says nothing about you or the case. The next one sees your dilemma, not what you two wrote to each other.`,
  },
  stuck: {
    title: 'A case is waiting for a sparring agent',
    since: 'Waiting since',
    text: 'Nobody has taken it yet. Ask a sparring agent whether they have room for it, or find a colleague who can become one.',
    readers: 'I show neither the text nor who asked. The person who is waiting knows that I asked a human to help.',
  },
  whyInstead: 'I ask you because you stand in for a colleague who is away.',
  nowAgent: {
    title: 'You are a sparring agent now',
    text: (by) =>
      `${by} gave you the role. When a colleague faces something difficult, I ask whether you will help. You may always say no.`,
    profile: 'Write "profile" to tell what you are good at and when you are away.',
  },
};
