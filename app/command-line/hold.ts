import { declare } from './declare.ts';
import { caseNumber } from './given-arguments.ts';

export const hold = declare({
  group: 'Cases:',
  purpose: 'puts a legal hold on a case: until "release", neither retention nor "slet mig" takes its words',
  store: 'write',
  example: ['42', '--reason', '"access request 2026-118"'],
  takes: (command) =>
    command
      .argument('<CASE>', 'the number of the case', caseNumber)
      .option('--reason <TEXT>', 'why; personal numbers are hidden, and only "journal" shows it'),
  load: async () => (await import('../commands/hold.ts')).hold,
});

export const release = declare({
  group: 'Cases:',
  purpose: 'takes the legal hold off a case, and erases from it whoever asked to be forgotten meanwhile',
  store: 'write',
  example: ['42'],
  takes: (command) =>
    command
      .argument('<CASE>', 'the number of the case', caseNumber)
      .option('--dry-run', 'says how much would be erased, and changes nothing; works while Sammen runs'),
  load: async () => (await import('../commands/hold.ts')).release,
});
