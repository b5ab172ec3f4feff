import type { WarningWords } from './warning-words.ts';

type Word = { text: string; lower: string; start: number; end: number };
/** Whether a text likely contains a full name, or names a citizen ("hr. Holm", "eleven Ali"). */
export type NameFinder = (text: string) => boolean;

const WORD = /\p{L}[\p{L}'’-]*/gu;
/** A capitalised word, but not "Curie-projektet": it is named after a person and is none. */
const NAME_WORD = /^\p{Lu}['’]?\p{Lu}?\p{Ll}(?!.*-\p{Ll})/u;
/** In words: two given names, a surname, and perhaps "Vej". */
const MAX_NAME_LENGTH = 4;
/** Shorter endings, such as -sø, end too many surnames. */
const MIN_PLACE_ENDING = 4;

/**
 * Creates a finder for a common first name or a title before a capitalised word. It ignores streets and buildings named
 * after people ("Anna Anchers Vej"), and first names alone, which colleagues use of each other.
 */
export const createNameFinder = (names: WarningWords['names']): NameFinder => {
  const isIn = (list: readonly string[]) => {
    const known = new Set(list.map(lowered));
    return (lower: string) => known.has(lower);
  };
  const [isTitle, isPlaceWord, isHonour, isCommon, isKnownSurname] = [
    isIn(names.titles),
    isIn(names.places),
    isIn(names.notAfter),
    isIn(names.firstNames),
    isIn(names.surnames),
  ];
  const placeEndings = names.places.map(lowered).filter((word) => word.length >= MIN_PLACE_ENDING);
  const surnameEndings = names.surnameEndings.map(lowered);
  const isPlace = ({ lower }: Word) => isPlaceWord(lower) || placeEndings.some((ending) => lower.endsWith(ending));
  const isFirstName = ({ lower }: Word) =>
    isCommon(lower) || isCommon(lower.split('-')[0] ?? '') || isCommon(bare(lower));
  const isSurname = ({ lower }: Word) => {
    const name = bare(lower);
    return (
      [lower, name].some(isKnownSurname) || surnameEndings.some((ending) => name.endsWith(ending) && name.length > 4)
    );
  };

  /** "Friis": its -s is no genitive. */
  const isWholeSurname = ({ lower }: Word) => isKnownSurname(lower);

  /** "hr. Holm", "eleven Ali", "frk. Ø. Andersen" */
  const isTitled = (words: readonly Word[], i: number, text: string): boolean => {
    const [word, next] = [words[i], words[i + 1]];
    if (word === undefined || next === undefined || !isTitle(word.lower) || isAbbreviation(word.text)) return false;
    if (!(word.text.length <= 3 ? /^\.? $/ : /^ $/).test(text.slice(word.end, next.start))) return false;
    const after = words[i + 2];
    const named = isInitial(next) && after !== undefined ? after : next;
    return isCapitalised(named) && !restOfName(words, words.indexOf(named), text, isWholeSurname).some(isPlace);
  };
  /** "Hanne Holm", "Bjarke Sørensen", "Svend B. Holst" */
  const isInFull = (words: readonly Word[], i: number, text: string): boolean => {
    const [word, next] = [words[i], words[i + 1]];
    if (word === undefined || next === undefined || !isCapitalised(word) || !isCapitalised(next)) return false;
    if (!areNeighbours(word, next, text) || isHonour(words[i - 1]?.lower ?? '')) return false;
    if (restOfName(words, i, text, isWholeSurname).some((part) => isPlace(part) && !isKnownSurname(part.lower)))
      return false;
    return (isFirstName(word) && !isCompany(next)) || (isSurname(next) && !isPlace(word));
  };
  /** "morten jensen", as people type in a hurry. Other surnames are words, too. */
  const isInSmallLetters = (words: readonly Word[], i: number, text: string): boolean => {
    const [word, next] = [words[i], words[i + 1]];
    if (word === undefined || next === undefined || !areNeighbours(word, next, text)) return false;
    const ends = surnameEndings.some((ending) => bare(next.lower).endsWith(ending));
    return word.text === word.lower && next.text === next.lower && isCommon(word.lower) && ends && !isPlace(next);
  };
  /** "Zahra på 14 år", "Kirsten på Søvej 14": a first name with what only a stranger needs. */
  const isPinned = (words: readonly Word[], i: number, text: string): boolean => {
    const word = words[i];
    if (word === undefined || !isCapitalised(word) || !isFirstName(word)) return false;
    return /^(?: på \d{1,3} år|,? \d{1,3} år| (?:på|fra|i) \p{Lu}[\p{L} ]{0,24}(?:vej|gade|allé|vænge|stræde|toft|park)[^\p{L}]{0,2} ?\d)/u.test(
      text.slice(word.end, word.end + 48),
    );
  };
  return (text) => {
    const words = wordsOf(text);
    return words.some(
      (_, i) =>
        isTitled(words, i, text) ||
        isInFull(words, i, text) ||
        isInSmallLetters(words, i, text) ||
        isPinned(words, i, text),
    );
  };
};

/** Without the -s of "Peter Nielsens". */
const bare = (lower: string): string => lower.replace(/(?<=\p{L}{2})['’]?s$/u, '');
const isInitial = ({ text }: Word): boolean => /^\p{Lu}$/u.test(text);
/** "Anna og Jens ApS", "Karen AS" */
const isCompany = ({ text }: Word): boolean => /^(?:ApS|A\/S|AS|IVS)$/.test(text);

/** The capitalised words that follow, and the word after them: "Peter Bangs vej". */
const restOfName = (words: readonly Word[], from: number, text: string, isSurname: (word: Word) => boolean): Word[] => {
  const rest: Word[] = [];
  for (let i = from; i < from + MAX_NAME_LENGTH; i++) {
    const [word, next] = [words[i], words[i + 1]];
    if (word === undefined || next === undefined || !areNeighbours(word, next, text)) break;
    // "Peter Bangs vej", but "Skal Ali Abdi have …" and "Skal Morten Friis have …"
    if (!isCapitalised(next) && (!word.lower.endsWith('s') || isSurname(word))) break;
    rest.push(next);
    if (!isCapitalised(next)) break;
  }
  return rest;
};

const areNeighbours = (word: Word, next: Word, text: string): boolean =>
  /^[ \u00a0]{1,2}$/.test(text.slice(word.end, next.start));
const isCapitalised = ({ text }: Word): boolean => NAME_WORD.test(text);
/** "HR" is a department, not the title "hr.". */
const isAbbreviation = (word: string): boolean => word.length > 1 && word === word.toUpperCase();
const lowered = (word: string): string => word.normalize('NFC').toLowerCase();

const wordsOf = (text: string): Word[] =>
  [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    text: word,
    lower: lowered(word),
    start: index,
    end: index + word.length,
  }));
