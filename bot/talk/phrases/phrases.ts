import type { Language } from '../../words.ts';
import { danish } from './da.ts';
import { english } from './en.ts';
import type { PhraseBook } from './phrase-book.ts';

export const PHRASES: Record<Language, { words: PhraseBook; frames: readonly string[] }> = { da: danish, en: english };
