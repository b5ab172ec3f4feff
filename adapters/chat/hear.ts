import type { Heard } from '../../bot/conversation/hear.ts';
import { TEXTS } from '../../cards/texts/texts.ts';
import type { ChatDeps } from './deps.ts';

/**
 * Hands the bot what somebody wrote.
 * @param sayThere says a line in the channel it was written in, when the answer stands in the person's own chat
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
