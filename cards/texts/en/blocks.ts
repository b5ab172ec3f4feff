import type { Texts } from '../texts.ts';

export const blocks: Texts['blocks'] = {
  cancel: 'Cancel',
  warning: 'Important:',
  goesOn: (label: string) => `${label} (continued)`,
  moreChoices: 'More options',
};
