import { InvalidArgumentError } from '@commander-js/extra-typings';
import { declare } from './declare.ts';

const idList = (text: string): string[] => {
  const ids = text.split(',').map((id) => id.trim());
  if (ids.some((id) => !/^\w[\w-]*$/.test(id)))
    throw new InvalidArgumentError('Give ids with commas between, such as e1f2a3b4c5d6,e0a1b2c3d4e5.');
  return ids;
};

export const examples = declare({
  group: 'Cases:',
  purpose:
    'prints the dilemmas whose principle or topic a person corrected, without names, for an administrator to read',
  store: 'read',
  example: ['--approve', 'e1f2a3b4c5d6,e0a1b2c3d4e5'],
  takes: (command) =>
    command.option(
      '--approve <IDS>',
      'adds those to content/examples.ndjson, from which Sammen learns at its next start',
      idList,
    ),
  load: async () => (await import('../commands/examples.ts')).examples,
});
