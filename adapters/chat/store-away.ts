import type { Language } from '../../bot/words.ts';
import { StoreUnavailable } from '../store/collection.ts';
import type { ChatDeps } from './deps.ts';

/** How to tell somebody outside of an answer. `name` is the platform's own for what they did, for it may come again. */
type Line = { name: string; say(line: string): Promise<unknown>; language: Language };

/** For what the platform brings again: it hears of the fault, and so does the person, for nobody knows whether it will. */
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

/** For what nobody brings again: the answer itself says so. */
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
