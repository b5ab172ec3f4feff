import { z } from 'zod';
import { verbs } from '../command-of.ts';
import { SHOWING_WORDS } from './word-in-chat.ts';

/** Says a word of ours by a press instead of typing it. */
export const TALK_ACTIONS = verbs({ 'say-word': z.object({ word: z.enum(SHOWING_WORDS) }) });
