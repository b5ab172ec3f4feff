import { declare } from './declare.ts';

export const importPeople = declare({
  group: 'People:',
  purpose:
    'takes the municipality’s list of people: shows who is new, moved, changed and gone, and names every bad row',
  store: 'make',
  example: ['people.csv', '--dry-run'],
  takes: (command) =>
    command
      .argument('<FILE.csv>', 'the list, also as Entra ID exports it')
      .option('--dry-run', 'shows what would change, and changes nothing; works while Sammen runs')
      .option('--skip-bad', 'leaves out bad rows, and takes the others')
      .option('--let-them-go', 'goes on also when more than 5 % would be gone')
      .option('--as-new', 'welcomes people who come back as if they were new'),
  load: async () => (await import('../commands/import-people.ts')).importPeople,
});
