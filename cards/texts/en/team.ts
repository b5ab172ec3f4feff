import type { team as danish } from '../da/team.ts';

export const team: typeof danish = {
  stop: 'To stop these, write "@Sammen stop" here.',
  told: {
    title: { begun: 'You get the weekly principle here', stopped: 'The weekly principle has stopped here' },
    text: {
      begun: 'Every Monday I post the principle of the week and a question for your next meeting.',
      stopped: 'There will be no more in this channel. What each of you gets from me privately does not change.',
    },
    first: (day) => `The first one comes on ${day}.`,
    stop: 'Anyone here can stop it with "@Sammen stop".',
    again: 'Write "@Sammen team meeting" if you want it back.',
  },
  where: {
    title: 'Write it in your channel',
    how: 'Go to the channel where your team talks, and write "@Sammen team meeting".',
    what: 'Every Monday I then post the principle of the week and a question for your meeting.',
    who: 'Everyone in the channel can read it, and anyone can stop it again.',
  },
};
