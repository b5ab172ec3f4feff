import { declare } from './declare.ts';

export const deadLetters = declare({
  group: 'Messages:',
  purpose: 'lists the messages that did not go out, and why, without text or names',
  store: 'read',
  example: [],
  takes: (command) =>
    command.option(
      '--retry',
      'sends again what still holds (with the embedded store only while Sammen is stopped); the list without it shows which',
    ),
  load: async () => (await import('../commands/dead-letters.ts')).deadLetters,
});
