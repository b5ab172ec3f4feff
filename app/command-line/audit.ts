import { declare } from './declare.ts';
import { wholeNumber } from './given-arguments.ts';

const MOST = 100_000;

export const audit = declare({
  group: 'The store:',
  purpose: 'prints who opened the report or a case, took data out, or changed a role; the newest first, without text',
  store: 'read',
  example: ['--last', '20'],
  takes: (command) =>
    command.option('--last <NUMBER>', 'how many lines, the newest; 100 where it is not given', wholeNumber(1, MOST)),
  load: async () => (await import('../commands/audit.ts')).audit,
});
