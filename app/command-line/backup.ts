import { declare } from './declare.ts';

export const backup = declare({
  group: 'The store:',
  purpose: 'writes the whole store into one file, also while Sammen runs; on MongoDB use mongodump',
  store: 'read',
  example: ['/srv/backup/sammen-2026-12-01.gz'],
  takes: (command) => command.argument('<FILE>', 'where the backup goes, outside DATA_DIR; must not exist'),
  load: async () => (await import('../commands/backup.ts')).backup,
});

export const restore = declare({
  group: 'The store:',
  purpose: 'puts a backup in the place of the store, all or nothing; on MongoDB use mongorestore',
  store: 'replace',
  example: ['/srv/backup/sammen-2026-12-01.gz', '--replace'],
  takes: (command) =>
    command
      .argument('<FILE>', 'a backup that Sammen made')
      .option('--replace', 'also where DATA_DIR holds a store; what was stored there since the backup is lost')
      .option(
        '--dry-run',
        'tries whether the backup is whole and opens, and says what it would replace; changes nothing, works while Sammen runs',
      ),
  load: async () => (await import('../commands/restore.ts')).restore,
});
