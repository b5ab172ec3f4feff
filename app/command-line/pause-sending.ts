import { declare } from './declare.ts';

export const pauseSending = declare({
  group: 'Messages:',
  purpose: 'holds back all messages until resume-sending; people are still heard, and nothing is lost',
  store: 'write',
  example: [],
  takes: (command) => command,
  load: async () => (await import('../commands/pause-sending.ts')).pauseSending,
});

export const resumeSending = declare({
  group: 'Messages:',
  purpose: 'sends what pause-sending held back, in order, and everything after it',
  store: 'write',
  example: [],
  takes: (command) => command,
  load: async () => (await import('../commands/pause-sending.ts')).resumeSending,
});
