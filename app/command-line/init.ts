import { declare } from './declare.ts';

export const init = declare({
  group: 'Set up and run:',
  purpose: 'asks a few questions, and writes .env with new secrets, and the organisation’s file',
  store: 'none',
  example: ['--folder', '/srv/sammen'],
  takes: (command) =>
    command
      .option('--folder <FOLDER>', 'where the files go', '.')
      .option(
        '--set <NAME=VALUE...>',
        'answers beforehand, such as chat=slack organisation.name="Nyby Kommune"; pipe secrets in, a line for each question that is left',
      )
      .option('--overwrite', 'replaces files that are there'),
  load: async () => (await import('../commands/init.ts')).init,
});
