import type { Texts } from '../texts.ts';

export const sure: Texts['sure'] = {
  question: 'Are you sure?',
  questions: {
    'withdraw-case': 'Are you sure? Afterwards nobody but you can read the case, and you cannot undo it.',
    'withdraw-story':
      'Are you sure? The words are deleted, and you cannot undo it. They may still stand in colleagues’ chats from a nudge.',
  },
  yes: (label) => `Yes, ${label}`,
  no: 'No',
};
