import { declare } from './declare.ts';

export const check = declare({
  group: 'Set up and run:',
  purpose:
    'tries everything that going live needs, and says how to mend what would fail; ends with 1 when something would',
  store: 'if-there',
  example: [],
  takes: (command) => command.option('--json', 'prints it for a program: a list of {about, state, says}'),
  load: async () => (await import('../commands/check.ts')).check,
});
