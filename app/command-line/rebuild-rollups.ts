import { declare } from './declare.ts';

export const rebuildRollups = declare({
  group: 'The store:',
  purpose: 'sums the closed weeks of the report anew from their facts',
  store: 'write',
  example: [],
  takes: (command) => command.option('--dry-run', 'says how many weeks that would be, also while Sammen runs'),
  load: async () => (await import('../commands/rebuild-rollups.ts')).rebuildRollups,
});
