import { declare } from './declare.ts';
import { caseNumber } from './given-arguments.ts';

export const journal = declare({
  group: 'Cases:',
  purpose: 'prints what happened to a case, and when',
  store: 'read',
  example: ['42'],
  takes: (command) =>
    command
      .argument('<CASE>', 'the number of the case', caseNumber)
      .option('--text', 'prints everything that was written in it, too, for a request for access to documents'),
  load: async () => (await import('../commands/journal.ts')).journal,
});
