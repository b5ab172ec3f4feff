import { z } from 'zod';
import { id, instant } from '../card-fields.ts';
import { type CommandOf, verbs } from '../command-of.ts';

/** Whether the two accounts that a code brought together are one person. */
export const LINK_ACTIONS = verbs({
  'confirm-link': z.object({ link: id }),
  'refuse-link': z.object({ link: id }),
});

/** `asked`: when the card put the question. */
export const ERASURE_ACTIONS = verbs({ 'forget-me': z.object({ asked: instant }) });

export type LinkCommand = CommandOf<typeof LINK_ACTIONS>;
export type ErasureCommand = CommandOf<typeof ERASURE_ACTIONS>;
