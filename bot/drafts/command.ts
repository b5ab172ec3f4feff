import { z } from 'zod';
import { flag, id, optional, personChoices } from '../card-fields.ts';
import { type CommandOf, verbs } from '../command-of.ts';
import { freeText } from '../privacy/free-text.ts';
import { FOR_WHOM, PRINCIPLES, TOPICS } from '../words.ts';

const ofDraft = z.object({ draft: id });

/** Every action on a draft. Only its writer has them. */
export const DRAFT_ACTIONS = verbs({
  'send-to-case': z.object({ draft: id, case: id }),
  'submit-dilemma': z.object({
    draft: id,
    anonymous: z.enum(['yes', 'no']),
    text: freeText(),
    principle: optional(z.enum(PRINCIPLES)),
    topic: optional(z.enum(TOPICS)),
    today: optional(flag),
    for: optional(z.enum(FOR_WHOM)),
    notTo: optional(personChoices),
    /** Leave the writer's own name, unit and phone number in a text that is sent without their name. */
    keepMine: optional(flag),
  }),
  /** Answers what the dilemma is mostly about. */
  'name-principle': z.object({ draft: id, principle: z.enum(PRINCIPLES) }),
  'new-dilemma': ofDraft,
  'change-draft': ofDraft,
  'discard-draft': ofDraft,
});

export type DraftCommand<V extends keyof typeof DRAFT_ACTIONS = keyof typeof DRAFT_ACTIONS> = CommandOf<
  typeof DRAFT_ACTIONS,
  V
>;
