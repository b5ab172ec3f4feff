import type { Span } from './number-groups.ts';

/** Digits in forms that no phone number has, whatever stands around them. */
const FORMS: readonly RegExp[] = [
  // A page's address, but not what a form in it carries: ?phone=20304050.
  /https?:\/\/[^\s?#<>"]{1,300}/giu,
  // IBAN: DK50 0040 0440 1162 43.
  /(?<![\p{L}\d])[A-Z]{2}\d{2}(?: ?\d{4}){3,7}(?: ?\d{1,4})?(?!\d)/gu,
  // A payment slip: +71<123456789012345+12345678<.
  /\+\d{2}<\d{10,20}\+\d{6,10}</gu,
  // EAN, GLN and ISBN: thirteen digits that begin with 57, 978 or 979, in groups of any size.
  /(?<![\d+])(?:57|97[89])(?:[ -]?\d){10,11}(?!\d)/gu,
  // A municipality's subject and case numbers: 27.18.00-G01-1-24, EMN-2024-01234567.
  /(?<!\d)\d\d\.\d\d\.\d\d-[A-Z]\d\d(?:-\d{1,5}){0,2}/gu,
  /(?<![\p{L}\d])[A-Z]{2,8}-(?:19|20)?\d\d-\d{3,10}(?!\d)/gu,
  // A share with decimals: 99,99999999 %.
  /(?<!\d)\d{1,3},\d{3,12} ?%/gu,
  // Hours: 20.30-22.00, 20:30 22:00.
  /(?<![\d.:])(?:[01]?\d|2[0-4])[.:][0-5]\d(?: ?- ?| )(?:[01]?\d|2[0-4])[.:][0-5]\d(?![\d.:])/gu,
  // Two ranges: 20-22 23-25.
  /(?<![\d-])\d\d-\d\d (?:og )?\d\d-\d\d(?![\d-])/gu,
  // An amount in threes: 25.500.000.
  /(?<![\d.+-])\d{1,3}(?:\.\d{3}){2,4}(?!\.?\d)/gu,
];

/** Finds digits whose form says that they are no phone number: addresses of pages, accounts, case numbers, hours. */
export const notPhones = (text: string): Span[] =>
  FORMS.flatMap((form) =>
    [...text.matchAll(form)].map(({ 0: found, index }) => ({ start: index, end: index + found.length })),
  ).sort((a, b) => a.start - b.start);
