import { declare } from './declare.ts';
import { wholeNumber } from './given-arguments.ts';

const MAX_DEMO_YEARS = 5;

export const start = declare({
  group: 'Set up and run:',
  purpose: 'runs Sammen until it is stopped',
  store: 'make',
  example: [],
  takes: (command) =>
    command.option(
      '--demo-years <NUMBER>',
      `first fills a new sandbox with years of a made-up workplace, 1 to ${MAX_DEMO_YEARS}`,
      wholeNumber(1, MAX_DEMO_YEARS),
    ),
  load: async () => (await import('../commands/start.ts')).start,
});
