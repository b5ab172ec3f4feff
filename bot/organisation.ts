import { z } from 'zod';
import type { Warning } from './privacy/warnings.ts';
import { LANGUAGES } from './words.ts';

const MOST_HOURS = 400;
const MOST_MINUTES = 10_000;

const text = (mend: string) => z.string(mend).trim().min(1, mend);
const amount = (most: number, unit: string) => {
  const mend = `write ${unit} as a number above 0 and at most ${most}`;
  return z.number(mend).positive(mend).max(most, mend);
};
/** Every part is required and nothing else is known: a misspelt name is a fault, not a setting without effect. */
const exactly = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.strictObject(shape, {
    error: ({ code, keys }) =>
      code === 'unrecognized_keys'
        ? `${(keys as string[]).join(', ')} is not known here; mend the spelling or take it out (known: ${Object.keys(shape).join(', ')})`
        : `write an object with ${Object.keys(shape).join(', ')}`,
  });

const TIMES = 'write two times, from and to, such as ["08:00", "16:00"]';
const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;
const clockTime = z.string(TIMES).regex(CLOCK, 'write a time as 08:00');
const openingHours = z
  .tuple([clockTime, clockTime], TIMES)
  .refine(([from, to]) => !CLOCK.test(from) || !CLOCK.test(to) || from < to, 'let the first time be before the second')
  .exactOptional();

const PHONE = 'write a phone number such as 70 00 00 01, or null';
const URL_MEND = 'write a whole address such as https://kommune.dk/whistleblower, or null';
const contact = exactly({
  name: text('write the name people know it by'),
  phone: z
    .string(PHONE)
    .regex(/^\+?\d[\d ]+\d$/, PHONE)
    .nullable(),
  url: z.url({ protocol: /^https?$/, error: URL_MEND }).nullable(),
}).refine(({ phone, url }) => phone !== null || url !== null, 'give it a phone number or an address');

const DAY = 'write a day that exists as YYYY-MM-DD, such as 2026-12-24';
const ZONE = 'write a time zone such as Europe/Copenhagen';
const NO_HOURS = 'give hours for at least one weekday, such as "mon": ["08:00", "16:00"]';

const organisation = exactly({
  /** For the people who edit the file; the program does not read it. */
  note: z.string('write a text').exactOptional(),
  name: text('write the name of the municipality'),
  language: z.enum(LANGUAGES, `write one of ${LANGUAGES.join(', ')}`),
  timeZone: z.string(ZONE).refine(isTimeZone, ZONE),
  /** Working hours by weekday; a day left out is closed. */
  hours: exactly({
    mon: openingHours,
    tue: openingHours,
    wed: openingHours,
    thu: openingHours,
    fri: openingHours,
    sat: openingHours,
    sun: openingHours,
  }).refine((days) => Object.keys(days).length > 0, NO_HOURS),
  /** Closed besides weekends and public holidays, which the program knows. */
  closedDays: z.array(z.iso.date(DAY), 'write a list of days, or []'),
  promiseHours: amount(MOST_HOURS, 'the working hours to the first human word'),
  promiseTodayHours: amount(MOST_HOURS, 'the working hours to the first human word when it is needed today'),
  /** Before an unanswered offer moves on. */
  offerMinutes: exactly({
    normal: amount(MOST_MINUTES, 'the working minutes an agent has to answer'),
    today: amount(MOST_MINUTES, 'the working minutes an agent has to answer when it is needed today'),
  }),
  welcomeFrom: text('write who welcomes people, such as Lone i HR'),
  /** Where a matter belongs that is not for Sammen. The numbers of the file in `content/` are invented. */
  contacts: exactly({
    switchboard: contact,
    childrenAndFamilies: contact,
    whistleblower: contact,
    workEnvironment: contact,
    citizenService: contact,
  }),
  /** Short, so that it needs no name: 112. */
  emergency: z.string('write the emergency number, such as 112').regex(/^\d{3,8}$/, 'write digits only, such as 112'),
});

/** What a municipality says of itself: `content/organisation.json`. */
export type Organisation = z.infer<typeof organisation>;
type Contact = z.infer<typeof contact>;

export class OrganisationFault extends Error {
  override readonly name = 'OrganisationFault';
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(`The organisation's file needs mending:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.faults = faults;
  }
}

/** @throws OrganisationFault with every fault at once, each with its place in the file and how to mend it */
export const parseOrganisation = (json: unknown): Organisation => {
  const parsed = organisation.safeParse(json);
  if (parsed.success) return parsed.data;
  throw new OrganisationFault(
    parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'the file'}: ${message}`),
  );
};

/** The municipality's own numbers: they are no secret, so they are never masked. */
export const ownPhones = ({ contacts, emergency }: Organisation): string[] => [
  ...Object.values(contacts).flatMap(({ phone }) => (phone === null ? [] : [phone])),
  emergency,
];

const BELONGS = {
  danger: 'childrenAndFamilies',
  whistleblower: 'whistleblower',
  harassment: 'workEnvironment',
  decision: 'citizenService',
  names: null,
  'masked-number': null,
} as const satisfies Record<Warning['kind'], keyof Organisation['contacts'] | null>;

/** Whom to turn to with what a warning is about; null when the text only wants other words. */
export const whereItBelongs = ({ contacts }: Organisation, kind: Warning['kind']): Contact | null => {
  const place = BELONGS[kind];
  return place === null ? null : contacts[place];
};

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
