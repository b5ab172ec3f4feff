import type { team as danish } from '../da/team.ts';

export const team: typeof danish = {
  stop: 'If you have had enough of it, write "@Sammen stop" here.',
  told: {
    title: { begun: 'You get the weekly principle here', stopped: 'It has stopped' },
    text: {
      begun: 'Every Monday I post the principle of the week and a question for your next meeting.',
      stopped: 'No more principles come in this channel. What each of you gets from me alone stays as it was.',
    },
    first: (day) => `The first one comes on ${day}.`,
    stop: 'Anybody here can stop it again: write "@Sammen stop".',
    again: 'If you want it back, write "@Sammen team meeting".',
  },
  where: {
    title: 'Write it in your channel',
    how: 'Go to the channel where your team talks, and write "@Sammen team meeting".',
    what: 'Every Monday I then post the principle of the week and a question for your meeting.',
    who: 'Everybody in the channel can read it, and anybody can stop it again.',
  },
};
