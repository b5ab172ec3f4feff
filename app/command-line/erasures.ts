import { declare } from './declare.ts';

export const exportErasures = declare({
  group: 'The store:',
  purpose: 'writes the register of erasures, which names nobody, into a file; keep it apart from the backups',
  store: 'read',
  example: ['/srv/sammen-erasures.ndjson'],
  takes: (command) =>
    command.argument(
      '<FILE>',
      'where the register goes; the one there is replaced, unless it knows of erasures that the store does not',
    ),
  load: async () => (await import('../commands/erasures.ts')).exportErasures,
});

export const repeatErasures = declare({
  group: 'The store:',
  purpose: 'erases again, after mongorestore, whoever was erased since the backup was made',
  store: 'write',
  example: ['/srv/sammen-erasures.ndjson'],
  takes: (command) =>
    command
      .argument('<FILE>', 'what export-erasures wrote last')
      .option('--dry-run', 'says how many people would be erased, and changes nothing; works while Sammen runs'),
  load: async () => (await import('../commands/erasures.ts')).repeatErasures,
});
