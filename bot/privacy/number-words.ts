import { isDate } from './cpr-date.ts';
import type { Escape } from './escapes.ts';

const ONES = ['nul', 'en', 'to', 'tre', 'fire', 'fem', 'seks', 'syv', 'otte', 'ni'];
const TEENS = ['ti', 'elleve', 'tolv', 'tretten', 'fjorten', 'femten', 'seksten', 'sytten', 'atten', 'nitten'];
const TENS = ['tyve', 'tredive', 'fyrre', 'halvtreds', 'tres', 'halvfjerds', 'firs', 'halvfems'];
const ENGLISH_ONES = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const ENGLISH_TEENS = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const ENGLISH_TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

/** Each number in words with its digits: "nul" 0, "tolv" 12, "fireogtredive" and "thirty-four" 34. */
const DIGITS: ReadonlyMap<string, string> = new Map([
  ['et', '1'],
  ['én', '1'],
  ['ét', '1'],
  ['oh', '0'],
  ...ONES.map((word, i): [string, string] => [word, String(i)]),
  ...ENGLISH_ONES.map((word, i): [string, string] => [word, String(i)]),
  ...TEENS.map((word, i): [string, string] => [word, String(10 + i)]),
  ...ENGLISH_TEENS.map((word, i): [string, string] => [word, String(10 + i)]),
  ...TENS.flatMap((tens, t): [string, string][] => [
    [tens, String(10 * (t + 2))],
    ...ONES.map((one, i): [string, string] => [`${one}og${tens}`, String(10 * (t + 2) + i)]),
  ]),
  ...ENGLISH_TENS.map((word, t): [string, string] => [word, String(10 * (t + 2))]),
]);

const WORD = /\p{L}+/gu;
const BETWEEN = /^[ \u00a0,.\n-]{1,3}$/u;
/** Fewer digits than this are no phone number. */
const MIN_DIGITS = 8;
/** Half a CPR number in words: a date, or four digits behind digits ("010190 en to tre fire"). */
const isHalfOfCpr = (digits: string, run: readonly { at: number }[], text: string): boolean => {
  const [first] = run;
  if (first === undefined || run.length < 2) return false;
  if (digits.length === 6) return isDate(digits);
  return digits.length === 4 && /\d[^\p{L}\d]{1,6}$/u.test(text.slice(Math.max(0, first.at - 8), first.at));
};

/** A cheap pre-check: numbers that are told digit by digit nearly always hold one of these. */
const MAY_HOLD_ONE = /nul|zero|tyve|tredive|fyrre|halv|tres|firs|ty\b|fire|fem|seks|syv|four|five|six|seven/iu;

/** Numbers told in words, such as "tyve tredive fyrre halvtreds": the digits of each word, by its offset in the text. */
export const numberWordsIn = (text: string): ReadonlyMap<number, Escape> => {
  const found = new Map<number, Escape>();
  if (!MAY_HOLD_ONE.test(text)) return found;
  let run: { at: number; word: string; digits: string }[] = [];
  let end = 0;
  const close = (): void => {
    const digits = run.map((one) => one.digits).join('');
    const whole = run.length >= 4 && digits.length >= MIN_DIGITS;
    if (whole || isHalfOfCpr(digits, run, text)) {
      for (const one of run) found.set(one.at, { plain: one.digits, length: one.word.length });
    }
    run = [];
  };
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const digits = DIGITS.get(word.toLowerCase());
    if (digits === undefined || (run.length > 0 && !BETWEEN.test(text.slice(end, index)))) close();
    if (digits !== undefined) run.push({ at: index, word, digits });
    end = index + word.length;
  }
  close();
  return found;
};
