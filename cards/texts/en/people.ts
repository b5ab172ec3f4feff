import type { people as danish } from '../da/people.ts';

export const people: typeof danish = {
  profile: {
    title: {
      nothing: 'Your profile',
      profile: 'Saved. This is your profile now',
    },
    agent: 'Your profile helps me find the right person for a case.',
    agentReaders:
      'Any colleague can look you up with the word "agents": name, unit and what you are good at. Only someone you suggest a talk to sees your number, or everyone if you tick the open list.',
    colleague: 'I only show your number to someone you suggest a talk to.',
    principles: 'Principles you are good at',
    topics: 'Topics you know about',
    languages: 'Languages you can help in',
    ownLanguage: 'The language I write to you in',
    languageNames: { da: 'Danish', en: 'English' },
    capacity: 'How many cases at a time, at most?',
    shown: 'Show me on the open list. Everyone can see it: name, unit, phone and where to meet you',
    phone: 'Your phone',
    phoneHint: 'For example: 70 00 01 01',
    place: 'Where can people meet you?',
    placeHint: 'For example: Library, 1st floor',
    send: 'Save profile',
  },
  absence: {
    label: 'I am away for a while',
    intro: 'While you are away, you get no new cases. The ones you have stay with you.',
    from: 'First day',
    until: 'Last day',
    substitute: 'Whom should I ask instead? (if you like)',
    send: 'Save absence',
    heading: 'You are away',
    days: (from, until) => (from === until ? from : `${from} to ${until}`),
    instead: (name) => `I will ask ${name} first.`,
    nobody: 'I will ask whoever fits best.',
    end: 'I am here after all',
    title: {
      nothing: 'When are you away?',
      absence: 'Saved. No new cases while you are away',
      back: 'Good to have you back. I will ask you again',
    },
    notAgent: {
      title: 'You do not need to register an absence here',
      text: 'This is only for thinking partners, who are asked to take cases. You can pause the nudges if you want none while you are away.',
    },
  },
  unit: {
    label: 'Say where you work',
    intro:
      'Where do you work? Your thinking partner sees it, but never when you send without your name. I only ask this once.',
    unit: 'Your unit',
    other: 'Not on the list? Write your unit',
    send: 'Save unit',
  },
  leftBy: {
    title: 'Your case needs a new thinking partner',
    text: (agent) =>
      `${agent} cannot look after your case any more. It has nothing to do with you or the case. The next person only sees your dilemma, not what you two wrote to each other.`,
    gaveBack: (agent) =>
      `${agent} cannot take your case any further this time. That says nothing about you or the case. The next person only sees your dilemma, not what you two wrote to each other.`,
  },
  stuck: {
    title: 'A case is waiting for a thinking partner',
    since: 'Waiting since',
    text: 'Nobody has taken the case yet. You could ask a thinking partner if they have room for one more, or find a colleague who could become one.',
    readers: 'I do not show the text or who asked. The person waiting knows that I have asked a human to help.',
  },
  whyInstead: 'I am asking you because you are standing in for a colleague who is away.',
  field: {
    title: (name) => `Should I stop asking you about "${name}"?`,
    text: 'Twice you have said no to a case because you do not know enough about it. Either answer is quite all right.',
    readers: 'Only you see this, and I ask just this once.',
    drop: (name) => `Yes, do not ask me about ${name}`,
    keep: 'No, keep asking me',
    dropped: {
      title: (name) => `"${name}" is no longer in your profile`,
      text: 'I will only ask you about it when the topic is yours, or when nobody else can help. You can put it back in your profile.',
    },
    kept: {
      title: (name) => `I will still ask you about "${name}"`,
      text: 'You can always say no to a case and change your profile.',
    },
  },
  nowAgent: {
    title: 'You are now a thinking partner',
    text: (by) =>
      `${by} gave you the role. When a colleague faces something difficult, I ask if you will help. You can always say no.`,
    profile: 'Tell me what you are good at. When you will be away, write "absence".',
  },
};
