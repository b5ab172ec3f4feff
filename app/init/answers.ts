/** What was answered, by the question's `of`. */
export type Answers = ReadonlyMap<string, string>;

export const isAnyOf =
  (...chats: readonly string[]) =>
  (answers: Answers): boolean =>
    chats.includes(answers.get('chat') ?? '');

const ORGANISATION = 'organisation.';

/** The settings that the answers give, without secrets that `init` makes itself. */
export const settingsIn = (answers: Answers): Record<string, string> => {
  const given = [...answers].filter(([of, value]) => of !== 'chat' && !of.startsWith(ORGANISATION) && value !== '');
  const { chat, teams } = { chat: answers.get('chat'), teams: answers.has('MicrosoftAppId') };
  return {
    SANDBOX: chat === 'none' ? 'on' : 'off',
    ...Object.fromEntries(given),
    ...(teams ? { MicrosoftAppType: 'SingleTenant' } : {}),
  };
};

/** Contacts are given by phone or address; what they are called can be changed in the file. */
const NAMES: Readonly<Record<string, string>> = {
  switchboard: 'Omstillingen',
  childrenAndFamilies: 'Børne- og Familieafdelingen',
  whistleblower: 'whistleblowerordningen',
  workEnvironment: 'Arbejdsmiljø',
  citizenService: 'Borgerservice',
};

/**
 * A phone number as people write it, such as (+45) 12-34-56-78 or "Tlf.: 12 34 56 78", in digits and spaces; null for what
 * is none.
 */
export const asPhone = (text: string): string | null => {
  const bare = text.replace(/^(?:tlf|telefon|tel|phone)\b[.:\s]*/iu, '');
  if (!/^[(+\d][\d\s()+./\u2010-\u2013-]*$/u.test(bare)) return null;
  return bare
    .replace(/[^\d+]+/gu, ' ')
    .replace(/^ ?\+ ?/u, '+')
    .trim();
};

/** The organisation's file; what nobody was asked about is as most municipalities have it. */
export const organisationIn = (answers: Answers): object => {
  const said = (of: string): string => answers.get(`${ORGANISATION}${of}`) ?? '';
  const contacts = Object.entries(NAMES).map(([key, name]) => {
    const place = said(`contacts.${key}`);
    const phone = asPhone(place);
    return [key, { name, phone, url: phone === null ? place : null }];
  });
  return {
    name: said('name'),
    language: 'da',
    timeZone: 'Europe/Copenhagen',
    hours: {
      mon: ['08:00', '16:00'],
      tue: ['08:00', '16:00'],
      wed: ['08:00', '16:00'],
      thu: ['08:00', '16:00'],
      fri: ['08:00', '14:00'],
    },
    closedDays: [],
    promiseHours: 8,
    promiseTodayHours: 2,
    offerMinutes: { normal: 120, today: 30 },
    welcomeFrom: said('welcomeFrom'),
    contacts: Object.fromEntries(contacts),
    emergency: '112',
    ...(said('coordinator') === '' ? {} : { coordinator: said('coordinator') }),
  };
};
