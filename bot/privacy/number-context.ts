import type { Span } from './number-groups.ts';

/** How many characters back a word is looked for: longer than any of them with "-nummer: " after it. */
const MAX_REACH = 48;

/**
 * Words that show that digits behind them are neither a phone number nor in doubt (docs/rules.md, "Personal numbers"),
 * with the compounds people use: "byggesag", "CVR-nummeret er", "§".
 */
const OTHER_NUMBERS = [
  'cvr',
  'se',
  'moms',
  'vat',
  'ean',
  'gln',
  'iban',
  'isbn',
  'issn',
  'doi',
  '\\p{L}*sag',
  'journal',
  'konto',
  'kontoen',
  'giro',
  'girokonto',
  'matrikel',
  'bfe',
  'case',
  'account',
  'version',
  'kr',
  'kroner',
  'dkk',
  'eur',
  'euro',
];
/** Words that show the same only together with "nr." or "id": "j.nr.", "postnr.", "sags-id", "file no". */
const WITH_NUMBER_WORD = [
  'j',
  'p',
  'post',
  'matr',
  'file',
  '\\p{L}*sags',
  'dok',
  'dokument',
  'bilags',
  'faktura',
  'fakture?rings',
  'ordre',
  'rekvisitions',
  'vare',
  'serie',
  'projekt',
  'kreditor',
  'debitor',
  'udbuds',
  'måler',
  'invoice',
  'order',
  'betalings',
];
const AMOUNTS = [
  'beløb(?:et)?',
  '\\p{L}*budget(?:tet)?',
  '\\p{L}*bevilling(?:en)?',
  '\\p{L}*udgift(?:en)?',
  '\\p{L}*indtægt(?:en)?',
  '\\p{L}*ramme(?:n)?',
  '(?:\\p{L}+s)?sum(?:men)?',
  'i alt',
  'amount',
  'total',
];
const NUMBER_WORDS = 'nr|no|nummer|nummeret|numre|number|id|registrering';
const PHONE_WORDS =
  '\\p{L}*(?:tlf|telefon|telefonen|telefonnr|telefonnummer|telefonnummeret|mobil|mobilen|mobilnr|mobilnummer)|ring|ringe|ringer|ringet|sms|phone|call|tel|whatsapp|signal|text me';
/** Anything but a letter. A digit may come before, as in "12345678tlf.", where it may end a masked number. */
const LEAD = '(?:^|[^\\p{L}])';
const IS = '(?: (?:på|er|var|of|is|:))?';

const otherNumber = new RegExp(
  `(?:${LEAD}(?:(?:${OTHER_NUMBERS.join('|')})(?:[-. ]{0,2}(?:${NUMBER_WORDS}))?|(?:${WITH_NUMBER_WORD.join('|')})[-. ]{0,2}(?:${NUMBER_WORDS})|(?:${AMOUNTS.join('|')}))${IS}|[§$€£])(?: dk)?(?:[ =/(-]|[.:](?= )|(?<=(?:nr|no)\\.?)[.:]|:){0,4}$`,
  'iu',
);
const phoneBefore = new RegExp(`${LEAD}(?:${PHONE_WORDS})(?: (?:på|til|nr|to|at|er|is))?[ .:(=]{0,4}$`, 'iu');
const phoneNear = new RegExp(`${LEAD}(?:${PHONE_WORDS})(?!\\p{L})[^.!?\\n]{0,32}$`, 'iu');
const phoneAfter = /^[^\p{L}\p{N}]{0,3}(?:er|is)? ?(?:\p{L}+s? )?(?:tlf|telefon|mobil|phone)/iu;
const money = /^(?:,\d{1,2}(?!\d))?(?:,-| {0,2}(?:(?:t?kr|kroner|dkk|mio|mia|mill|eur|euro)(?!\p{L})|€))/iu;
const counted =
  /^ {0,2}(?:kr|kroner|dkk|personer|medlemmer|borgere|deltagere|besøgende|underskrifter|stk|timer|people)(?!\p{L})/iu;

const workplace =
  /(?:^|[^\p{L}])(?:p[-. ]{0,2}(?:nr|nummer|nummeret|enhed|enheden)|produktionsenhed(?:en|snummer)?)(?: er)?[ .:]{0,3}$/iu;
const town = /^ \p{Lu}\p{Ll}/u;

/** A cheap pre-check: most numbers follow no word at all. */
const behindWord = /[\p{L}§$€£][ .:#=/(-]{0,4}$/u;

/** Whether the surrounding text says that these digits are not a phone number. */
export const saysOtherwise = (text: string, { start, end }: Span): boolean =>
  otherNumber.test(before(text, start)) || isMoney(text, { start, end });

/** "20 30 40 50 kr" is no amount: amounts stand in threes, or together. */
const isMoney = (text: string, { start, end }: Span): boolean =>
  isBeforeMoney(text, { end }) && /^\d{1,3}(?:[. ]\d{3})*$|^\d+$/.test(text.slice(start, end));

/** Whether these digits are a workplace's P-number, all of which begin with 10. */
export const isWorkplace = (text: string, span: Span): boolean =>
  text.startsWith('10', span.start) && workplace.test(before(text, span.start));

/** Whether a town follows, as a postcode's does. */
export const isBeforeTown = (text: string, { end }: Span): boolean => town.test(text.slice(end, end + 3));

/** Whether a currency follows. */
export const isBeforeMoney = (text: string, { end }: Pick<Span, 'end'>): boolean =>
  money.test(text.slice(end, end + MAX_REACH));

/** Whether what follows is counted: "31.12.26 2500 kr." */
export const countsPeople = (text: string, { end }: Span): boolean => counted.test(text.slice(end, end + MAX_REACH));

/** Whether the word right before says that these digits are a phone number. */
export const saysPhone = (text: string, { start }: Span): boolean => phoneBefore.test(before(text, start));

/** Whether a word in the same sentence speaks of phones: "ring til hende, 12 34 56 78". */
export const speaksOfPhones = (text: string, { start, end }: Span): boolean =>
  phoneNear.test(sinceToken(text, start)) || phoneAfter.test(text.slice(end, end + MAX_REACH));

const before = (text: string, start: number): string => {
  const near = text.slice(Math.max(0, start - 6), start);
  return behindWord.test(near) ? sinceToken(text, start) : '';
};

/** The text before, up to a number that is already masked: its token says nothing about the next number. */
const sinceToken = (text: string, start: number): string => {
  const reach = text.slice(Math.max(0, start - MAX_REACH), start);
  return reach.slice(reach.lastIndexOf(']') + 1);
};
