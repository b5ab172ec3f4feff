import type { chat as danish } from '../da/chat.ts';

export const chat: typeof danish = {
  inOwnChat: 'I have written to you in our own chat.',
  refused: {
    guest:
      'I am only for staff of the municipality, so I am afraid I cannot help you here. Write to the person you work with.',
    bot: 'I only talk to humans.',
  },
  onlyText: {
    beside:
      'I cannot take files with me, nor pictures or forwarded messages: only your text came along. I have not saved the rest, but it is still here in the chat. Delete it yourself if it is about a citizen.',
    alone:
      'I cannot take files with me, nor pictures or forwarded messages: only text. I have not saved anything, but it is still here in the chat. Delete it yourself if it is about a citizen. Do write in your own words what you are in doubt about.',
  },
  tooFast: {
    words:
      'You are writing faster than I can follow. For the next minute I will not take what you write. Send it again after that.',
    press: 'You are pressing faster than I can follow, so this press did nothing. Wait a minute, and press again.',
  },
  somebody: 'a colleague',
};
