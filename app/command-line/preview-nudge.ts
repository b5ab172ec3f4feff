import { InvalidArgumentError } from '@commander-js/extra-typings';
import { isWeek, type Week } from '../../bot/time/iso-week.ts';
import { declare } from './declare.ts';

const week = (text: string): Week => {
  if (!isWeek(text)) throw new InvalidArgumentError('Give a week such as 2026-W50.');
  return text;
};

export const previewNudge = declare({
  group: 'Messages:',
  purpose: 'prints what the next week brings, and how many get it',
  store: 'read',
  example: ['2026-W50'],
  takes: (command) => command.argument('[WEEK]', 'another week', week),
  load: async () => (await import('../commands/preview-nudge.ts')).previewNudge,
});
