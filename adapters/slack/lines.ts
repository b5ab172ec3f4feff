import { fingerprint } from '../../bot/fingerprint.ts';
import type { TurnDeps } from './deps.ts';
import { lineMessage } from './web-api.ts';

/** One line in a chat or a thread, once. A line that is lost harms nobody. */
export const sayOnce = async (
  name: readonly string[],
  { channel, thread, text }: { channel: string; thread?: string; text: string },
  { api, chats, onFault }: Pick<TurnDeps, 'api' | 'chats' | 'onFault'>,
): Promise<void> => {
  if (!(await chats.once(fingerprint('line', ...name)))) return;
  await api.post(channel, lineMessage(text), thread).catch(onFault);
};

const MOST_REMEMBERED = 1000;

/** Memory is enough for politeness: a line said twice harms nobody. */
export const isFirst = (name: string, told: Set<string>): boolean => {
  if (told.has(name)) return false;
  if (told.size >= MOST_REMEMBERED) told.clear();
  told.add(name);
  return true;
};
