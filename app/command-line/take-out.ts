import { declare } from './declare.ts';
import { caseNumber } from './given-arguments.ts';

export const takeOut = declare({
  group: 'Cases:',
  purpose: 'takes words, such as a citizen’s name, out of a case for ever; admins can do it in chat, too ("admin")',
  store: 'write',
  example: ['42', '"Jensen, Else Marie"', '--dry-run'],
  takes: (command) =>
    command
      .argument('<CASE>', 'the number of the case', caseNumber)
      .argument('<WORDS>', 'whole words, also with a genitive; a comma stands between those that go one by one')
      .option('--dry-run', 'says in how many places they stand, and changes nothing; works while Sammen runs'),
  load: async () => (await import('../commands/take-out.ts')).takeOut,
});
