import { PRINCIPLES, TOPICS } from '../words.ts';
import type { Classification } from './classify.ts';

/** Whether a text holds any word that dilemmas are known by. */
export const saysMuch = ({ wordsFor }: Pick<Classification, 'wordsFor'>): boolean =>
  [...PRINCIPLES, ...TOPICS].some((id) => wordsFor(id).length > 0);
