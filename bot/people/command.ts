import { z } from 'zod';
import { flag, isoDate, optional, person, severalOf, typedPhone, wholeNumber } from '../card-fields.ts';
import { type CommandOf, verbs } from '../command-of.ts';
import { freeText } from '../privacy/free-text.ts';
import { LANGUAGES, PRINCIPLES, TOPICS } from '../words.ts';

const MAX_CAPACITY = 1000;

const ofPrinciple = z.object({ principle: z.enum(PRINCIPLES) });

/** What people may do with their own profile and absences. */
export const PROFILE_ACTIONS = verbs({
  /** `whole`: the card shows every field, so a missing field was cleared. Otherwise a missing field is unchanged. */
  'set-profile': z.object({
    principles: severalOf(PRINCIPLES).optional(),
    topics: severalOf(TOPICS).optional(),
    languages: severalOf(LANGUAGES).optional(),
    capacity: optional(wholeNumber.pipe(z.number().int().min(0).max(MAX_CAPACITY))),
    shown: optional(flag),
    phone: typedPhone.nullable().optional(),
    place: freeText(),
    whole: optional(flag),
  }),
  'drop-principle': ofPrinciple,
  'keep-principle': ofPrinciple,
  'set-absence': z.object({ from: optional(isoDate), until: optional(isoDate), substitute: optional(person) }),
  'end-absence': z.object({ from: isoDate, until: isoDate }),
});

type ProfileVerb = keyof typeof PROFILE_ACTIONS;
export type ProfileCommand<V extends ProfileVerb = ProfileVerb> = CommandOf<typeof PROFILE_ACTIONS, V>;

export const LANGUAGE_ACTIONS = verbs({ 'set-language': z.object({ language: z.enum(LANGUAGES) }) });
