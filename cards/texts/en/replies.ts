import type { replies as danish } from '../da/replies.ts';

export const replies: typeof danish = {
  help: {
    title: 'How I can help',
    lead: 'I am Sammen, a chat bot. If you have a dilemma in your work with citizens, I find a colleague who can help: a thinking partner.',
    start: 'How to begin',
    ways: [
      {
        title: 'Write to me here',
        text: 'Say it as you would to a colleague. You see it once more before it is sent.',
      },
      {
        title: 'Mention me in a channel',
        text: 'I then write to you alone. In the channel the others can see that it is you.',
      },
    ],
    readersHeading: 'Who can read it?',
    readers:
      'Before you press Send: only you. After that only the thinking partners I ask, and your manager is not one of them. HR sees numbers, never text or names. You can send without your name.',
    learning:
      'If the principle or topic is corrected, an administrator may read the dilemma without names so that I can learn from it.',
    embeddings:
      'A program on your organisation’s own network helps me to understand dilemmas. It gets the text without CPR numbers, phone numbers and e-mail addresses, and I do not tell it who wrote.',
    wordsHeading: 'Words I know',
    words: [
      { label: 'my cases', value: 'what you have under way' },
      { label: 'case 42', value: 'one particular case' },
      { label: 'agents', value: 'colleagues who can help' },
      { label: 'principles', value: 'the six we work by' },
      { label: 'search bench', value: 'what colleagues have told about it' },
      { label: 'profile', value: 'what I know about you' },
      { label: 'pause, stop, start', value: 'your weekly nudge' },
      { label: 'team meeting', value: 'the principle of the week and a question in your channel' },
      { label: 'language', value: 'Danish or English' },
      { label: 'help', value: 'this overview' },
    ],
    roleWords: {
      agent: [
        { label: 'overview', value: 'what waits for you' },
        { label: 'absence', value: 'when you are away' },
      ],
      hr: [
        { label: 'report', value: 'how many use me, and how it goes' },
        { label: 'next week', value: 'see the weekly nudge before it goes out' },
        { label: 'stories', value: 'what colleagues can read; you can take one down' },
        { label: 'access log', value: 'who has seen or changed what' },
      ],
      admin: [
        { label: 'overview', value: 'what waits, is stuck or cannot be reached' },
        { label: 'admin', value: 'agents, roles, absences and closed days' },
        { label: 'next week', value: 'see the weekly nudge before it goes out' },
        { label: 'stories', value: 'what colleagues can read; you can take one down' },
        { label: 'access log', value: 'who has seen or changed what' },
      ],
    },
    agent: 'You are a thinking partner yourself. I ask you before you get a case, and you can always say no.',
  },
  readers: {
    title: 'Who can read what you write?',
    who: [
      { title: 'Before you send it', text: 'Only you.' },
      {
        title: 'When you have sent it',
        text: 'I ask one thinking partner at a time, and your manager is not one of them. If three cannot help, I will ask you before more of them see it.',
      },
      {
        title: 'Without your name',
        text: 'It then says "Anonymous colleague". Read your text again: could the words give you away?',
      },
      { title: 'HR', text: 'HR sees numbers, never text or names.' },
      {
        title: 'Others',
        text: 'If the principle or topic is corrected, an administrator can read the dilemma without names. The few who look after my server can get at what is stored. What you send can be requested under the access rules.',
      },
    ],
    forget: 'Write "forget me" if you want to be forgotten.',
  },
  greeting: {
    title: (name) => `Hello ${name}`.trim(),
    text: 'What is difficult right now? Write it as you would say it to a colleague. You see it again before I send anything to anyone.',
  },
  noOverview: {
    title: 'The overview is for thinking partners and admins',
    text: 'Write "my cases" to see what you have under way.',
  },
  notUnderstood: {
    title: 'I did not quite follow',
    text: 'Write a few sentences about what you are unsure about.',
    exampleTitle: 'An invented example',
    example:
      'The skaters want to build a ramp themselves, but three departments share the square. Who should I talk to?',
    help: 'Write "help" to see what I can do.',
  },
  tooLong: {
    title: 'That is a little too long for me',
    text: (length, most) =>
      `You wrote ${length} characters, and I can take ${most}. Send what matters most: what are you unsure about? You can tell your colleague the rest later.`,
  },
  principles: { title: 'The six principles' },
  agents: {
    title: 'The thinking partners',
    lead: 'You do not need to choose one. Write your dilemma, and I will ask the one who fits best.',
    none: 'There are none yet.',
    free: 'Has time right now',
    busy: 'Has enough to do right now',
    unreachable: 'Cannot be reached right now',
  },
  myCases: {
    title: 'Your cases',
    none: 'You have no cases right now',
    noneText: 'Write what you are unsure about, and I will find a colleague.',
    show: (number) => `Show case ${number}`,
    yourTurn: 'Waiting for you',
    noneOpen: 'You have no open cases right now.',
    closed: (count, said) => (count === 1 ? 'One closed case is under "…".' : `${said} closed cases are under "…".`),
    more: 'You have more cases. Write "case" and the number, and I will show it.',
  },
  agentOverview: {
    kicker: 'Only you see your overview',
    title: (count: number, said: string) => (count === 1 ? 'One case waits for you' : `${said} cases wait for you`),
    question: 'A question waits for you',
    nothing: 'Nothing waits for you',
    offered: 'Can you take it?',
    yours: 'Your turn',
    theirs: 'Waiting for your colleague',
    until: (when: string) => `Answer by ${when}.`,
    late: (when: string) => `Your colleague should have heard from you by ${when}.`,
    since: (day: string) => `The latest word is from ${day}.`,
    more: 'You have more cases. Write "my cases" to see them.',
    listed: 'The common list',
    noneListed: 'No cases right now',
    list: (count: number, said: string, day: string) =>
      count === 1 ? `One case, from ${day}` : `${said} cases, the oldest from ${day}`,
    load: 'Cases you have now',
    loadOf: (load: string, capacity: string) => `${load}. You said that you can have ${capacity} at a time.`,
    absence: 'You are away',
    month: 'The past 30 days',
    helped: (count: number, said: string) =>
      `You helped ${count === 1 ? 'one colleague' : `${said} colleagues`}. Only you see this number.`,
    own: 'Your own cases',
  },
  caseGone: {
    title: (number) => `Case ${number} was deleted`,
    text: (months, isOne) =>
      `Sammen keeps a case for ${isOne ? 'a month' : `${months} months`} after it ended. What was in it is gone here. If you have a new dilemma, just write it.`,
  },
  caseNotFound: {
    title: (number) => `I cannot find case ${number}`,
    text: 'It may be another number, or it is not your case. Write "my cases" to see yours.',
  },
  language: {
    title: 'I write to you in English',
    text: 'Would you rather have Danish?',
    names: { da: 'Dansk', en: 'English' },
  },
  storeAway: 'I cannot save right now, so nothing has happened. Send it again in a little while.',
  pressUnknown: 'That button no longer works. Write "my cases" to get a new one.',
};
