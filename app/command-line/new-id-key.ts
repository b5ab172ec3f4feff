import { declare } from './declare.ts';

export const newIdKey = declare({
  group: 'The store:',
  purpose:
    'drops the key that ids are made with, when the SECRET it was locked with is lost and Sammen does not start; whoever was erased and comes back is then welcomed again',
  store: 'write',
  example: ['--yes'],
  takes: (command) => command.option('--yes', 'does it; without, the command says what it costs'),
  load: async () => (await import('../commands/new-id-key.ts')).newIdKey,
});
