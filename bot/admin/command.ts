import { z } from 'zod';
import { isoDate, optional, person, searchWords, wholeNumber } from '../card-fields.ts';
import { type CommandOf, verbs } from '../command-of.ts';
import { PROFILE_ACTIONS } from '../people/command.ts';
import { ROLES } from '../words.ts';

/** The parts of the admin menu. */
export const ADMIN_PARTS = ['agents', 'roles', 'absences', 'closed-days', 'teams'] as const;
export type AdminPart = (typeof ADMIN_PARTS)[number];

/** A case's number as people type it, such as "sag 42"; no case has the number 0. */
const typedNumber = z.union([
  z.number().int().min(1),
  z
    .string()
    .max(40)
    .transform((text) => Number(/\d{1,9}/.exec(text)?.[0] ?? 0)),
]);
/** Whether words are only counted, or taken out of a case. */
const TAKE_OUT = ['look', 'take'] as const;

const ofPerson = z.object({ person });
const ofDay = z.object({ date: optional(isoDate) });
const role = z.object({ person, role: z.enum(ROLES) });

export const ADMIN_ACTIONS = verbs({
  'show-admin': z.object({ part: z.enum(ADMIN_PARTS) }),
  'find-colleague': z.object({ who: searchWords }),
  'show-colleague': ofPerson,
  'give-role': role,
  'take-role': role,
  'set-colleague-absence': PROFILE_ACTIONS['set-absence'].extend({ person }),
  'end-colleague-absence': PROFILE_ACTIONS['end-absence'].extend({ person }),
  'add-closed-day': ofDay,
  'remove-closed-day': ofDay,
  'mark-left': ofPerson,
  'bring-back': ofPerson,
  'forget-colleague': ofPerson,
  'take-out-words': z.object({ number: typedNumber, words: searchWords, just: z.enum(TAKE_OUT) }),
});

/** The log of access goes further back than its command shows; a card shows no more. */
const MAX_FROM = 1_000;

/** What HR may do, too. `from`: how many newer lines to leave out. */
export const ACCESS_ACTIONS = verbs({
  'show-access-log': z.object({ from: wholeNumber.pipe(z.number().int().min(0).max(MAX_FROM)) }),
});
export type AccessCommand = CommandOf<typeof ACCESS_ACTIONS>;

type AdminVerb = keyof typeof ADMIN_ACTIONS;
export type AdminCommand<V extends AdminVerb = AdminVerb> = CommandOf<typeof ADMIN_ACTIONS, V>;
