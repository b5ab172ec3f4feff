import type { teams as danish } from '../da/teams.ts';

export const teams: typeof danish = {
  install: (link) =>
    `I would like to help, but I can only write to you once you have added me. Find Sammen under Apps in Teams, press Add, and write to me there: ${link}`,
  pressed: 'Done.',
  pressInOwnChat: 'Press the card in our own chat. Then only you see the answer.',
  dialog: {
    title: 'Get sparring on this',
    intro:
      'Change it so that it is about the situation, not about the person. You see it again before I send anything to anyone.',
    label: 'Your dilemma',
    send: 'Make a draft',
    empty: 'There was nothing in it. Try again and write a few sentences.',
  },
};
