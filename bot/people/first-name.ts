import { isNameless } from './name.ts';
import type { Person } from './person.ts';

/** What stands before a name but is no part of it, without its dots. */
const TITLES = new Set(
  `adv advokat arkitekt cand civiling dir direktør dipl dr fr frk fru frøken herr hr ing ingeniør konsulent leder lektor
  lic læge mag med miss mr mrs ms mx overlæge pastor ph phd prof professor provst rektor sir sygeplejerske vikar`.split(
    /\s+/,
  ),
);

/** First halves of Danish double names. Any other second name is a middle name. */
const DOUBLE_STARTS = new Set(
  `ane ann anna anne bent birthe bo carl christian ellen else erik eva frits hanne hans helle inge inger jens johan johanne
  jørgen kaj karen karl kirsten knud lars lis lise maren marie mette niels ole per peter poul rose svend ulla`.split(
    /\s+/,
  ),
);
const DOUBLE_ENDS = new Set(
  `aage anders andreas ane ann anna anne birgitte birthe britt cecilie charlotte christian christine dorte dorthe emil
  erik ernst frederik grete grethe hedvig helene henning henrik jakob jørgen karin katrine kirstine kristian kristine
  lene line lis lise lotte louise magrethe malene margrethe marie martin merete mette michael mikael ole otto ove per
  peter rikke sofie sophie ulrik ulrikke vibeke viggo åge`.split(/\s+/),
);

/**
 * The first name, for greetings: "Anna" of "Holm, Anna (BUF)" and of "Dr. Anna Holm", "Per Ole" of "Per Ole Dam". The
 * whole name when it has initials only.
 */
export const firstName = ({ name }: Pick<Person, 'name'>): string => {
  if (isNameless(name)) return name;
  const bare = withoutNotes(name);
  const isShouted = bare === bare.toUpperCase();
  const words = withoutTitles(givenFirst(bare).split(' ').filter(hasLetter));
  const start = words.findIndex((word) => !isInitial(word));
  // "K. Skov" and "H.C. Andersen": a surname alone is no greeting.
  const initialsOnly = start < 0 || (start > 0 && start === words.length - 1);
  const given = initialsOnly ? words : firstOf(words.slice(start));
  return given.map((word) => written(word, isShouted)).join(' ') || name.trim();
};

/** How to greet somebody; empty when nobody has said their name. */
export const greetingName = (person: Pick<Person, 'name'>): string =>
  isNameless(person.name) ? '' : firstName(person);

/** Without brackets and what they hold, and without what follows a dash or a stroke, such as a department. */
const withoutNotes = (name: string): string => {
  const plain = name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .replace(/\([^)]*\)?|\[[^\]]*\]?|\{[^}]*\}?|"[^"]*"/gu, ' ')
    .replace(/@.*$/u, '');
  const parts = plain.split(/\s[-–—]\s|[|/\\]/u).map((part) => part.replace(/\s+/gu, ' ').trim());
  const whole = parts.find(hasLetter) ?? '';
  // An account's name, such as "anna.holm".
  return /^\p{L}{2,}(?:[._]\p{L}{2,})+$/u.test(whole) ? capitalised(whole.replace(/[._].*$/u, '')) : whole;
};

const hasLetter = (word: string): boolean => /\p{L}/u.test(word);

/** Directories write "Holm, Anna". After a name of several words a comma may also begin a unit or a degree. */
const givenFirst = (name: string): string => {
  const [before = '', after = ''] = name.split(',').map((part) => part.trim());
  if (!hasLetter(after)) return before;
  if (!hasLetter(before)) return after;
  const isAddition =
    before.includes(' ') &&
    (/\bog\b|&|\d|\./u.test(after) ||
      after.split(' ').every((word) => TITLES.has(plainWord(word))) ||
      (/^\p{Lu}{2,6}$/u.test(after) && before !== before.toUpperCase()));
  return isAddition ? before : after;
};

const plainWord = (word: string): string => word.replace(/[^\p{L}-]/gu, '').toLocaleLowerCase('da');

const withoutTitles = (words: readonly string[]): string[] => {
  const isTitle = (word: string) =>
    word.includes('.') && !isInitial(word)
      ? word.split('.').every((part) => part === '' || TITLES.has(plainWord(part)))
      : TITLES.has(plainWord(word));
  const first = words.findIndex((word) => !isTitle(word));
  return first < 0 ? [...words] : words.slice(first);
};

/** "A.", "A" or "H.C.". */
const isInitial = (word: string): boolean => /^(?:\p{L}\.?|(?:\p{L}\.-?)+\p{L}?\.?)$/u.test(word);

const firstOf = ([first = '', second = '']: readonly string[]): string[] => {
  const isDouble = DOUBLE_STARTS.has(plainWord(first)) && DOUBLE_ENDS.has(plainWord(second));
  return isDouble ? [first, second] : [first];
};

const written = (word: string, isShouted: boolean): string => {
  const tidy = word.replace(/^[^\p{L}]+|[^\p{L}.]+$/gu, '');
  return isShouted && tidy.length > 1 && !isInitial(tidy) ? capitalised(tidy.toLocaleLowerCase('da')) : tidy;
};

const capitalised = (word: string): string =>
  word.replace(/(^|[-'’])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toLocaleUpperCase('da'));
