import { firstName } from '../first-name.ts';

/** The words of a name without notes in brackets, so that "Holm, Anna (BUF)" is "Anna Holm". */
const wordsOf = (name: string): string =>
  name
    .normalize('NFC')
    .replace(/\([^)]*\)?|\[[^\]]*\]?/gu, ' ')
    .toLocaleLowerCase('da')
    .split(/[^\p{L}\p{N}'’-]+/u)
    .filter((word) => word !== '')
    .sort()
    .join(' ');

/** Whether two names are one, whatever their order, capitals and punctuation. */
export const isSameName = (a: string, b: string): boolean =>
  a === b || (wordsOf(a) !== '' && wordsOf(a) === wordsOf(b));

/** Whether two names may be one person's before and after a marriage. */
export const isSameFirstName = (a: string, b: string): boolean =>
  firstName({ name: a }).toLocaleLowerCase('da') === firstName({ name: b }).toLocaleLowerCase('da');
