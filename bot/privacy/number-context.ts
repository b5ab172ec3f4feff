import type { Span } from './number-groups.ts';

/** How many characters back a word is looked for: longer than any of them with "-nummer: " after it. */
const MAX_REACH = 48;

/**
 * Words that show that eight digits are not a phone number (docs/rules.md, "Personal numbers"), with the compounds and
 * neighbours people use: "byggesag", "j.nr.", "kl.", "§".
 */
const OTHER_NUMBERS = [
  'cvr',
  'ean',
  'gln',
  'vat',
  'isbn',
  '\\p{L}*sag',
  '\\p{L}*sags',
  'journal',
  'dok',
  'dokument',
  'bilag',
  'faktura',
  'ordre',
  'konto',
  'matrikel',
  'bfe',
  'case',
  'invoice',
  'order',
  'account',
  'kr',
  'kroner',
  'dkk',
  'eur',
  'euro',
  'kl',
  'klokken',
];
/** Words that show the same only together with "nr.": "j.nr.", "postnr.", "file no". */
const WITH_NUMBER_WORD = ['j', 'p', 'post', 'matr', 'file', 'reg'];
const AMOUNTS = ['beløb', 'beløbet', 'budget', 'budgettet', 'pris', 'prisen', 'amount', 'sum', 'summen'];
const NUMBER_WORDS = 'nr|no|nummer|nummeret|numre|number|id';
const PHONE_WORDS =
  'tlf|telefon|telefonen|telefonnr|telefonnummer|mobil|mobilnr|mobilnummer|ring|ringe|sms|phone|call|tel';
/** Anything but a letter. A digit may come before, as in "12345678tlf.", where it may end a masked number. */
const LEAD = '(?:^|[^\\p{L}])';

const otherNumber = new RegExp(
  `(?:${LEAD}(?:(?:${OTHER_NUMBERS.join('|')})[-. ]{0,2}(?:${NUMBER_WORDS})?|(?:${WITH_NUMBER_WORD.join('|')})[-. ]{0,2}(?:${NUMBER_WORDS})|(?:${AMOUNTS.join('|')})(?: (?:på|er|var|of|is))?)|[§$€£])[ .:#=/(-]{0,4}$`,
  'iu',
);
const phoneWord = new RegExp(`${LEAD}(?:${PHONE_WORDS})(?: (?:på|til|nr|to))?[ .:(]{0,4}$`, 'iu');
const money = /^(?:,\d{1,2}(?!\d))?(?:,-| {0,2}(?:(?:t?kr|kroner|dkk|mio|mia|mill|eur|euro)(?!\p{L})|€))/iu;

/** A cheap pre-check: most numbers follow no word at all. */
const behindWord = /[\p{L}§$€£][ .:#=/(-]{0,4}$/u;

/** Whether the surrounding text says that these digits are not a phone number. */
export const saysOtherwise = (text: string, { start, end }: Span): boolean =>
  otherNumber.test(before(text, start)) || money.test(text.slice(end, end + MAX_REACH));

/** Whether the word before says that these digits are a phone number. */
export const saysPhone = (text: string, { start }: Span): boolean => phoneWord.test(before(text, start));

const before = (text: string, start: number): string => {
  const near = text.slice(Math.max(0, start - 6), start);
  return behindWord.test(near) ? text.slice(Math.max(0, start - MAX_REACH), start) : '';
};
