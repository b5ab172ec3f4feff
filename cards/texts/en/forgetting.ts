import type { Texts } from '../texts.ts';

export const forgetting: Texts['forgetting'] = {
  word: { label: 'forget me', value: 'and I forget who you are' },
  ask: {
    title: 'Shall I forget you?',
    lead: 'I will delete your name, your profile, your drafts and your answers to the nudges. It cannot be undone.',
    open: (count, isOne) =>
      isOne ? 'Your open case will be withdrawn.' : `Your ${count} open cases will be withdrawn.`,
    agent: 'The cases you are helping with go to someone else, and the person who asked is told.',
    cases: 'Cases a colleague has taken stay, without your name. Cases nobody has taken are deleted.',
    held: (count, isOne) =>
      isOne
        ? 'One case that you are part of must not be deleted now, because the municipality needs it as evidence. It stays, with your name and what you wrote. When the municipality releases it, I forget you there, too, all by myself.'
        : `${count} cases that you are part of must not be deleted now, because the municipality needs them as evidence. They stay, with your name and what you wrote. When the municipality releases them, I forget you there, too, all by myself.`,
    figures: 'The figures for HR stay as they are. Nobody can see who is counted in them.',
    stories: {
      heading: 'Stories that you said yes to',
      stay: 'They stay, so colleagues can still read them, but I will not know any more that they have to do with you. So you cannot take them back afterwards. If one has to go, show it and take it back first.',
      more: (count, isOne) =>
        `There ${isOne ? 'is one more' : `are ${count} more`}. When you have taken one back, write "forget me" again.`,
    },
    listed:
      "You are on the municipality's list of people. I may get your name from there again, but I will not write to you.",
    stays: 'I cannot remove what is here in the chat. All I will remember is that you do not want nudges.',
    yes: 'Yes, forget me',
  },
  home: 'I do not know who you are. Write to me in the chat if you want to start again.',
  done: {
    title: 'I am forgetting you now',
    text: 'In a minute I will no longer know who you are. If you write to me again one day, we start afresh.',
    rest: 'Everywhere else I will no longer know in a minute who you are.',
  },
};
