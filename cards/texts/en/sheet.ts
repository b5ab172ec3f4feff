import type { Texts } from '../texts.ts';

export const sheet: Texts['sheet'] = {
  title: (principle) => `This week's principle: ${principle}`,
  top: (week, municipality) => `Week ${week} · ${municipality}`,
  nudge: 'Try it this week',
  team: 'For your next meeting',
  questions: {
    'lytter-foerst': 'What did we hear last week that we had not expected?',
    'bygger-bro': 'Who ought to know each other, and which of us can tell them?',
    'skaber-fremdrift': 'Who is waiting for us right now, and who tells them today how it stands?',
    'goer-det-nemt': 'What is difficult about getting hold of us, and what can we change ourselves?',
    'fastholder-virkelyst': 'What have we taken over that somebody would rather do themselves?',
    'tydelig-ramme': 'What do we ask people about that is already settled?',
  },
  tries: 'We will try:',
  foot: 'Facing a dilemma? Write to Sammen in Teams or Slack.',
  ring: (number) => `If you have no chat, ring: ${number}.`,
};
