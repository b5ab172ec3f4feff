import { z } from 'zod';
import { isoDate, optional, person, searchWords } from '../card-fields.ts';
import { type CommandOf, verbs } from '../command-of.ts';
import { PROFILE_ACTIONS } from '../people/command.ts';
import { ROLES } from '../words.ts';

/** The parts of the admin menu. */
export const ADMIN_PARTS = ['agents', 'roles', 'absences', 'closed-days', 'teams'] as const;
export type AdminPart = (typeof ADMIN_PARTS)[number];

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
});

type AdminVerb = keyof typeof ADMIN_ACTIONS;
export type AdminCommand<V extends AdminVerb = AdminVerb> = CommandOf<typeof ADMIN_ACTIONS, V>;
