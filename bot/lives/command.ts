import { z } from 'zod';
import { id, instant } from '../card-fields.ts';
import type { CommandOf } from '../command-of.ts';

/** Whether the two accounts that a code brought together are one person. */
export const LINK_ACTIONS = {
  'confirm-link': z.object({ link: id }),
  'refuse-link': z.object({ link: id }),
} as const;

/** `asked`: when the card put the question. */
export const ERASURE_ACTIONS = { 'forget-me': z.object({ asked: instant }) } as const;

export type LinkCommand = CommandOf<typeof LINK_ACTIONS>;
export type ErasureCommand = CommandOf<typeof ERASURE_ACTIONS>;
