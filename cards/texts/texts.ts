import type { Language } from '../../bot/words.ts';
import { da } from './da.ts';
import { en } from './en.ts';

/** Danish is written first; every other language has exactly its texts, or it does not compile. */
export type Texts = typeof da;

export const TEXTS: Record<Language, Texts> = { da, en };
