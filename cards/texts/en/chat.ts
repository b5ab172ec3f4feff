import type { chat as danish } from '../da/chat.ts';

export const chat: typeof danish = {
  inOwnChat: 'I have written to you in our own chat.',
  refused: {
    guest:
      'I am only for staff of the municipality, so I am afraid I cannot help you here. Write to the person you work with.',
    bot: 'I only talk to humans.',
  },
  somebody: 'a colleague',
};
