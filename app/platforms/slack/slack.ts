import { openChats } from '../../../adapters/slack/chats.ts';
import type { SlackSettings } from '../../../adapters/slack/create-slack-adapter.ts';
import type { PlatformModule } from '../platform-module.ts';
import { isSlackGiven, slackSettings } from './settings.ts';

export const slack: PlatformModule<SlackSettings> = {
  displayName: 'Slack',
  maxPerSecond: 8,
  isGiven: isSlackGiven,
  readSettings: (given, _isSandbox, { faults }) => slackSettings(given, faults),
  open: async (settings) => ({
    clock: null,
    plugIn: async (context, wires) => (await import('./plug-in-slack.ts')).plugInSlack(settings, context, wires),
  }),
  check: async (settings, reach) => (await import('./check-slack.ts')).checkSlack(settings, reach),
  forgetAccount: async (id, database) => (await openChats(database)).forget(id),
};
