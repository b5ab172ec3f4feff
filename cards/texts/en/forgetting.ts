import type { Texts } from '../texts.ts';

export const forgetting: Texts['forgetting'] = {
  word: { label: 'forget me', value: 'and I forget who you are' },
  ask: {
    title: 'Shall I forget you?',
    lead: 'I then delete your name, your profile, your drafts and what you answered to your nudges. It cannot be undone.',
    open: (count, isOne) => (isOne ? 'Your open case is withdrawn.' : `Your ${count} open cases are withdrawn.`),
    agent: 'The cases you help with go to somebody else, and whoever asked is told.',
    cases: 'Cases that a colleague has taken stay, without your name. I delete what nobody has taken.',
    figures: 'The figures for HR stay as they are. Nobody can see who is counted in them.',
    listed:
      "You are on the municipality's list of people. I may get your name from there again, but I will not write to you.",
    stays: 'I cannot remove what stands here in the chat. All I remember is that you want no nudges.',
    yes: 'Yes, forget me',
  },
  home: 'I do not know who you are. Write to me in the chat if you want to begin again.',
  done: {
    title: 'I am forgetting you now',
    text: 'In a minute I will no longer know who you are. If you write to me again one day, we begin anew.',
  },
};
