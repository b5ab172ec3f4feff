import type { Language } from '../words.ts';

/** The words that only show something, so a button may say them and a slip of the keyboard does no harm. */
export const SHOWING_WORDS = [
  'help',
  'readers',
  'my-cases',
  'agents',
  'principles',
  'stories',
  'language',
  'profile',
  'absence',
  'admin',
  'pause',
  'preview',
  'report',
  'overview',
  'access-log',
  'team',
  'own-data',
  'forget',
] as const;

/** The words of ours that people say in many ways (`phrases/`). */
export const PHRASED_WORDS = [...SHOWING_WORDS, 'stop', 'start', 'link', 'unlink'] as const;

export type PhrasedWord = (typeof PHRASED_WORDS)[number];

export type ShowingWord = (typeof SHOWING_WORDS)[number];

export const onlyShows = (word: WordInChat['word']): word is ShowingWord =>
  SHOWING_WORDS.some((showing) => showing === word);

/** What people can ask Sammen for, in Danish or English. Anything else is small talk or a dilemma. */
export type WordInChat =
  | { word: Exclude<PhrasedWord, 'link' | 'unlink' | 'language'> }
  /** `language`: the one they want; without it they only ask about it. */
  | { word: 'language'; language?: Language }
  | { word: 'case'; number: number }
  /** `words`: what they look for; empty when they did not say. */
  | { word: 'search'; words: string }
  | LinkWord;

/** The commands for linking the accounts of one person on two platforms. */
export type LinkWord = { word: 'link' | 'unlink' } | { word: 'code'; code: string };

export const isLinkWord = (word: WordInChat): word is LinkWord =>
  word.word === 'link' || word.word === 'unlink' || word.word === 'code';
