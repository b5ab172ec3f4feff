import type { Chat } from '../support/script.ts';
import { BURSTS } from './bursts.ts';
import { QUESTIONS } from './questions.ts';
import { SLIPS } from './slips.ts';
import { TALKING } from './talking.ts';
import { WORK } from './work.ts';
import { WORRIES } from './worries.ts';

/** The scripted chats, each as a kind of person would have it. */
export const CHATS: readonly Chat[] = [...BURSTS, ...TALKING, ...QUESTIONS, ...WORRIES, ...WORK, ...SLIPS];
