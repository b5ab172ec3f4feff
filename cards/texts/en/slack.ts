import type { slack as danish } from '../da/slack.ts';
import { teams } from './teams.ts';

export const slack: typeof danish = {
  ask: {
    title: 'Talk it over',
    intro: teams.dialog.intro,
    label: teams.dialog.label,
    hint: 'Write it as you would say it to a colleague.',
    send: teams.dialog.send,
    cancel: 'Cancel',
    empty: teams.dialog.empty,
    tooLong: (most) => `The text is too long. I can take ${most} characters, so send what matters most.`,
  },
  close: 'Close',
  week: (principle) => `This week’s principle: ${principle}`,
  mentioned: { channel: 'a channel', group: 'a group', everybody: 'everybody' },
  tooSlow: 'That was too slow for Slack. Press again.',
};
