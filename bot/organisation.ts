import { z } from 'zod';
import type { Matter } from './privacy/warnings.ts';
import { LANGUAGES } from './words.ts';

const MAX_HOURS = 400;
const MAX_MINUTES = 10_000;

const text = (mend: string) => z.string(mend).trim().min(1, mend);
const amount = (max: number, unit: string) => {
  const mend = `Write ${unit} as a number above 0 and at most ${max}.`;
  return z.number(mend).positive(mend).max(max, mend);
};
const TIMES = 'Write two times, from and to, such as ["08:00", "16:00"].';
const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;
const clockTime = z.string(TIMES).regex(CLOCK, 'Write a time as 08:00.');
const openingHours = z
  .tuple([clockTime, clockTime], TIMES)
  .refine(
    ([from, to]) => !CLOCK.test(from) || !CLOCK.test(to) || from < to,
    'ends before it begins. Write the earlier time first.',
  )
  .exactOptional();

const PHONE = 'Write a phone number in digits, such as "+45 12 34 56 78", or null.';
const URL_MEND = 'Write a whole address such as "https://kommune.dk/whistleblower", or null.';
const contact = z
  .strictObject({
    name: text('Write the name people know it by.'),
    phone: z
      .string(PHONE)
      .regex(/^\+?\d[\d ]+\d$/, PHONE)
      .nullable(),
    url: z.url({ protocol: /^https?$/, error: URL_MEND }).nullable(),
  })
  .refine(
    ({ phone, url }) => phone !== null || url !== null,
    'has neither a phone number nor an address. Write "phone" or "url", or both.',
  );

const DAY = 'Write a day that exists as YYYY-MM-DD, such as "2026-12-24".';
const ZONE = 'Write a time zone such as "Europe/Copenhagen".';
const HOME_PAGE = 'Write a whole https address such as "https://kommune.dk", or take it out.';
const COORDINATOR = 'Write one e-mail address, such as "lone.hr@kommune.dk", or take it out.';
const MAX_MONTHS = 120;
const MONTHS = `Write a whole number of months, from 1 to ${MAX_MONTHS}.`;
const EMERGENCY = 'Write the emergency number in digits, such as "112".';
const NO_HOURS = 'names no weekday. Write hours for at least one, such as "mon": ["08:00", "16:00"].';

/** What a municipality configures about itself in `content/organisation.json`. */
export const organisationSchema = z.strictObject({
  /** For people who edit the file; the program ignores it. */
  note: z.string().exactOptional(),
  name: text('Write the name of the municipality.'),
  language: z.enum(LANGUAGES),
  /** The municipality's own site, to which the public pages link back. */
  homePage: z.url({ protocol: /^https$/, error: HOME_PAGE }).exactOptional(),
  timeZone: z.string(ZONE).refine(isTimeZone, `is not a time zone. ${ZONE}`),
  /** Working hours by weekday; a day left out is closed. */
  hours: z
    .strictObject({
      mon: openingHours,
      tue: openingHours,
      wed: openingHours,
      thu: openingHours,
      fri: openingHours,
      sat: openingHours,
      sun: openingHours,
    })
    .refine((days) => Object.keys(days).length > 0, NO_HOURS),
  /** Days closed in addition to weekends and public holidays, which the program knows. */
  closedDays: z.array(z.iso.date(DAY), 'Write a list of days, or [].'),
  promiseHours: amount(MAX_HOURS, 'the working hours to the first human word'),
  promiseTodayHours: amount(MAX_HOURS, 'the working hours to the first human word when it is needed today'),
  /** Working minutes before an unanswered offer moves on. */
  offerMinutes: z.strictObject({
    normal: amount(MAX_MINUTES, 'the working minutes an agent has to answer'),
    today: amount(MAX_MINUTES, 'the working minutes an agent has to answer when it is needed today'),
  }),
  /** Who signs the welcome. */
  welcomeFrom: text('Write who welcomes people, such as "Birgit Holm i Personale".'),
  /** The e-mail address, in lower case, of whoever hears when a case waits too long; without it the admins do. */
  coordinator: z.string(COORDINATOR).trim().toLowerCase().pipe(z.email(COORDINATOR)).exactOptional(),
  /** After how many months the text of an ended case goes. */
  retention: z.strictObject({ caseTextMonths: z.int(MONTHS).min(1, MONTHS).max(MAX_MONTHS, MONTHS) }).exactOptional(),
  /** Where to turn with matters that are not for Sammen. The numbers in the shipped file are invented. */
  contacts: z.strictObject({
    switchboard: contact,
    childrenAndFamilies: contact,
    whistleblower: contact,
    workEnvironment: contact,
    citizenService: contact,
  }),
  /** A short number that everybody knows, such as 112. */
  emergency: z.string(EMERGENCY).regex(/^\d{3,8}$/, EMERGENCY),
});

export type Organisation = z.infer<typeof organisationSchema>;
type Contact = z.infer<typeof contact>;

/** The municipality's own phone numbers. They are public, so they are never masked. */
export const ownPhones = ({ contacts, emergency }: Organisation): string[] => [
  ...Object.values(contacts).flatMap(({ phone }) => (phone === null ? [] : [phone])),
  emergency,
];

const CONTACT_FOR = {
  danger: 'childrenAndFamilies',
  threat: 'workEnvironment',
  whistleblower: 'whistleblower',
  harassment: 'workEnvironment',
  // Whoever decides in a citizen's case knows where it is.
  decision: null,
} as const satisfies Record<Matter, keyof Organisation['contacts'] | null>;

/** The contact for the subject of a warning; null when there is nobody else to turn to. */
export const whereItBelongs = ({ contacts }: Organisation, kind: Matter): Contact | null => {
  const contact = CONTACT_FOR[kind];
  return contact === null ? null : contacts[contact];
};

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
