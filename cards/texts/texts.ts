import type { Language } from '../../bot/words.ts';
import { da } from './da.ts';
import { en } from './en.ts';

/** Danish comes first; every other language must have exactly the same texts, or it does not compile. */
export type Texts = typeof da;

export const TEXTS: Record<Language, Texts> = { da, en };
