import { z } from 'zod';
import { flag, id, optional, personChoices, story } from '../card-fields.ts';
import { type CommandOf, verbs } from '../command-of.ts';
import { freeText, requiredText } from '../privacy/free-text.ts';
import { FOR_WHOM, PRINCIPLES, TOPICS } from '../words.ts';

/** What the teller of a story reads, in characters. */
const MAX_LINE_LENGTH = 300;

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
  /** A story was enough. */
  'story-helped': z.object({ draft: id, story }),
  /** Asks the teller of a story to talk; they read this line and who wrote it. */
  'meet-teller': z.object({ draft: id, story, text: requiredText({ max: MAX_LINE_LENGTH }) }),
  'new-dilemma': ofDraft,
  'change-draft': ofDraft,
  'discard-draft': ofDraft,
});

export type DraftCommand<V extends keyof typeof DRAFT_ACTIONS = keyof typeof DRAFT_ACTIONS> = CommandOf<
  typeof DRAFT_ACTIONS,
  V
>;
