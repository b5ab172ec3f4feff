import { declare } from './declare.ts';

export const setupLink = declare({
  group: 'Set up and run:',
  purpose: 'prints a link to the set-up page, which works once: what is missing, and the packages for Teams and Slack',
  store: 'none',
  example: [],
  takes: (command) => command,
  load: async () => (await import('../commands/setup-link.ts')).setupLink,
});
