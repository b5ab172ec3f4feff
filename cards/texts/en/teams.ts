import type { teams as danish } from '../da/teams.ts';

export const teams: typeof danish = {
  install: (link) =>
    `I would like to help, but I can only write to you once you have added me. Find Sammen under Apps in Teams, press Add, and write to me there: ${link}`,
  pressed: 'Done.',
  pressInOwnChat: 'Press the button in our own chat. Then only you see the reply.',
  dialog: {
    title: 'Talk this over',
    intro:
      'Change it so that it is about the situation, not the person. You see it again before I send anything to anyone.',
    label: 'Your dilemma',
    send: 'Make a draft',
    empty: 'There was nothing there. Try again and write a few sentences.',
  },
};
