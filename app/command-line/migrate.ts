import { declare } from './declare.ts';

export const migrate = declare({
  group: 'The store:',
  purpose: 'carries the store in DATA_DIR over to the empty database in MONGODB_URI; Sammen must be stopped',
  store: 'write',
  example: ['--dry-run'],
  takes: (command) =>
    command.option('--dry-run', 'says what would be carried over, and whether the database is ready; changes nothing'),
  load: async () => (await import('../commands/migrate.ts')).migrate,
});
