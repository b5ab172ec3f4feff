import { z } from 'zod';
import { id, instant } from '../card-fields.ts';
import { type CommandOf, verbs } from '../command-of.ts';

/** The answer to whether the two accounts joined by a code are one person. */
export const LINK_ACTIONS = verbs({
  'confirm-link': z.object({ link: id }),
  'refuse-link': z.object({ link: id }),
});

/** `asked`: when the card asked for confirmation. */
export const ERASURE_ACTIONS = verbs({ 'forget-me': z.object({ asked: instant }) });

export type LinkCommand = CommandOf<typeof LINK_ACTIONS>;
export type ErasureCommand = CommandOf<typeof ERASURE_ACTIONS>;
