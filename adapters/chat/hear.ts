import type { Heard } from '../../bot/conversation/heard.ts';
import { TEXTS } from '../../cards/texts/texts.ts';
import type { ChatDeps } from './deps.ts';

/**
 * Passes a message to the bot.
 * @param sayThere posts a line in the channel of the message when the answer went to the person's own chat
 */
export const hear = async (
  heard: Heard,
  sayThere: (line: string) => Promise<void>,
  { bot, send }: Pick<ChatDeps, 'bot' | 'send'>,
): Promise<void> => {
  const answered = await bot.hear(heard);
  send();
  if (heard.team !== undefined && answered === 'alone') await sayThere(TEXTS[heard.from.language].chat.inOwnChat);
};
