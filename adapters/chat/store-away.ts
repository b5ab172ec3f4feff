import type { Language } from '../../bot/words.ts';
import { StoreUnavailable } from '../store/collection.ts';
import type { ChatDeps } from './deps.ts';

/** How to reach the person outside of an answer. `name` identifies their message or press, which may be redelivered. */
type Line = { name: string; say(line: string): Promise<unknown>; language: Language };

/**
 * For requests that the platform redelivers. When the store is unavailable, the error is rethrown, so that it can
 * redeliver, and the person is told, because redelivery is not certain.
 */
export const orSayStoreAway = async <T>(
  work: () => Promise<T>,
  { name, say, language }: Line,
  { cards, isFirst, onFault }: Pick<ChatDeps, 'cards' | 'isFirst' | 'onFault'>,
): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StoreUnavailable && isFirst(name)) await say(cards.storeAway(language)).catch(onFault);
    throw error;
  }
};

/** For requests that are not redelivered: when the store is unavailable, the answer itself says so. */
export const orAnswerStoreAway = async <T>(
  work: () => Promise<T>,
  answer: (line: string) => T | Promise<T>,
  language: Language,
  { cards, onFault }: Pick<ChatDeps, 'cards' | 'onFault'>,
): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    onFault(error);
    return answer(cards.storeAway(language));
  }
};
