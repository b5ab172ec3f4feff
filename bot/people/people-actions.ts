import { z } from 'zod';
import { flag, id, instant, isoDate, optional, person, severalOf, wholeNumber } from '../command-fields.ts';
import { LANGUAGES, PRINCIPLES, ROLES, TOPICS } from '../words.ts';

/** The parts of what an admin looks after. */
export const ADMIN_PARTS = ['agents', 'roles', 'absences', 'closed-days', 'teams'] as const;
export type AdminPart = (typeof ADMIN_PARTS)[number];

const MOST_CASES = 1000;
const ofPerson = z.object({ person });
const ofDay = z.object({ date: optional(isoDate) });
const role = z.object({ person, role: z.enum(ROLES) });
const absence = z.object({ from: optional(isoDate), until: optional(isoDate), substitute: optional(person) });
const oneAbsence = z.object({ from: isoDate, until: isoDate });

/** What people may do with what Sammen knows of them, and admins with what it knows of everybody. */
export const PEOPLE_ACTIONS = {
  /** `otherUnit` is a unit that was not among those to choose from. `case`: whose card asked. */
  'set-unit': z.object({ unit: optional(z.string()), otherUnit: optional(z.string()), case: optional(id) }),
  /** `whole`: the card shows every field, so what it leaves out was emptied. Without it, that stays as it was. */
  'set-profile': z.object({
    principles: severalOf(PRINCIPLES).optional(),
    topics: severalOf(TOPICS).optional(),
    languages: severalOf(LANGUAGES).optional(),
    capacity: optional(wholeNumber.pipe(z.number().int().min(0).max(MOST_CASES))),
    shown: optional(flag),
    phone: z.string().nullable().optional(),
    place: z.string().nullable().optional(),
    whole: optional(flag),
  }),
  'set-absence': absence,
  'end-absence': oneAbsence,
  'confirm-link': z.object({ link: id }),
  'refuse-link': z.object({ link: id }),
  /** `asked`: when the card put the question. */
  'forget-me': z.object({ asked: instant }),
  'show-admin': z.object({ part: z.enum(ADMIN_PARTS) }),
  'find-colleague': z.object({ who: z.string().max(200).default('') }),
  'show-colleague': ofPerson,
  'give-role': role,
  'take-role': role,
  'set-colleague-absence': absence.extend({ person }),
  'end-colleague-absence': oneAbsence.extend({ person }),
  'add-closed-day': ofDay,
  'remove-closed-day': ofDay,
  'mark-left': ofPerson,
  'bring-back': ofPerson,
  'forget-colleague': ofPerson,
} as const;

export const PROFILE_VERBS = ['set-unit', 'set-profile', 'set-absence', 'end-absence'] as const;

/** Whether the two accounts that a code brought together are one person. */
export const LINK_VERBS = ['confirm-link', 'refuse-link'] as const;

export const ADMIN_VERBS = [
  'show-admin',
  'find-colleague',
  'show-colleague',
  'give-role',
  'take-role',
  'set-colleague-absence',
  'end-colleague-absence',
  'add-closed-day',
  'remove-closed-day',
  'mark-left',
  'bring-back',
  'forget-colleague',
] as const;
