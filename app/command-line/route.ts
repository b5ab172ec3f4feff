import { declare } from './declare.ts';

export const route = declare({
  group: 'Cases:',
  purpose: 'says for each line {"id","text"} piped in which agent it would go to, and why; changes nothing',
  store: 'if-there',
  example: ['<', 'dilemmas.ndjson'],
  takes: (command) => command,
  load: async () => (await import('../commands/route.ts')).route,
});
