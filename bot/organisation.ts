import { z } from 'zod';
import { LANGUAGES } from './words.ts';

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'write a time as 08:00');
const hours = z
  .tuple([clockTime, clockTime])
  .refine(([from, to]) => from < to, 'the first time must be before the second');
const contact = z
  .strictObject({ name: z.string().min(1), phone: z.string().min(3).nullable(), url: z.url().nullable() })
  .refine(({ phone, url }) => phone !== null || url !== null, 'give a phone number or an address');

const organisation = z.strictObject({
  name: z.string().min(1),
  language: z.enum(LANGUAGES),
  timeZone: z.string().refine(isTimeZone, 'write a time zone such as Europe/Copenhagen'),
  /** Working hours by weekday; a day left out is closed. */
  hours: z
    .partialRecord(z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']), hours)
    .refine((days) => Object.keys(days).length > 0, 'give hours for at least one day'),
  closedDays: z.array(z.iso.date()),
  /** Working hours to the first human word, and when it is needed today. */
  promiseHours: z.number().positive().max(400),
  promiseTodayHours: z.number().positive().max(400),
  /** Working minutes before an unanswered offer moves on. */
  offerMinutes: z.strictObject({ normal: z.number().positive().max(10_000), today: z.number().positive().max(10_000) }),
  welcomeFrom: z.string().min(1),
  /** Where a worry belongs, and the municipality's number for it. */
  contacts: z.strictObject({
    danger: contact,
    whistleblower: contact,
    harassment: contact,
    decision: contact,
  }),
});

/** What a municipality says of itself: `content/organisation.json`. */
export type Organisation = z.infer<typeof organisation>;

export class OrganisationFault extends Error {
  override readonly name = 'OrganisationFault';
}

/** @throws OrganisationFault that names every fault at once, each with where it stands */
export const parseOrganisation = (json: unknown): Organisation => {
  const parsed = organisation.safeParse(json);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => `  - ${path.join('.') || 'the file'}: ${message}`);
  throw new OrganisationFault(`organisation.json needs mending:\n${faults.join('\n')}`);
};

/** The municipality's own numbers: they are no secret, so they are never masked. */
export const ownPhones = ({ contacts }: Organisation): string[] =>
  Object.values(contacts).flatMap(({ phone }) => (phone === null ? [] : [phone]));

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** Whom to turn to with a worry of this kind; null when it belongs nowhere else. */
export const whereItBelongs = ({ contacts }: Organisation, kind: string): Organisation['contacts']['danger'] | null =>
  Object.hasOwn(contacts, kind) ? (contacts[kind as keyof typeof contacts] ?? null) : null;
