import { declare } from './declare.ts';

export const retention = declare({
  group: 'The store:',
  purpose: 'takes out what is kept no longer: old cases, drafts and messages; a running Sammen does so once a day',
  store: 'write',
  example: ['--dry-run'],
  takes: (command) => command.option('--dry-run', 'counts what would go, and changes nothing; works while Sammen runs'),
  load: async () => (await import('../commands/retention.ts')).retention,
});
