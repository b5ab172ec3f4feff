import type { Texts } from '../texts.ts';

export const sheet: Texts['sheet'] = {
  title: (principle) => `This week's principle: ${principle}`,
  top: (week, municipality) => `Week ${week} · ${municipality}`,
  nudge: 'Try it this week',
  team: 'For your next meeting',
  tries: 'We will try:',
  foot: 'Facing a dilemma? Write to Sammen in the chat.',
  ring: (number) => `No chat? Call ${number}.`,
};
