/** Parts of a yes, in Danish and English, as they stand after `chunksOf`. A yes is made of nothing else. */
const YES = [
  'ja',
  'jo',
  'jep',
  'japs',
  'jada',
  'jamen ja',
  'ja da',
  'ja for pokker',
  'ok',
  'okay',
  'okey',
  'oki',
  'fint',
  'super',
  'perfekt',
  'dejligt',
  'herligt',
  'skønt',
  'godt',
  'helt fint',
  'aftalt',
  'det er en aftale',
  'det er aftalt',
  'så er det aftalt',
  'så siger vi det',
  'det siger vi',
  'gerne',
  'meget gerne',
  'selvfølgelig',
  'naturligvis',
  'klart',
  'det kan jeg',
  'det kan jeg godt',
  'det gør jeg',
  'det gør vi',
  'det vil jeg gerne',
  'passer',
  'passer fint',
  'passer godt',
  'passer mig',
  'passer mig fint',
  'passer perfekt',
  'det passer',
  'det passer fint',
  'det passer godt',
  'det passer perfekt',
  'det passer super',
  'det passer mig',
  'det passer mig fint',
  'det passer mig godt',
  'det passer fint for mig',
  'det passer mig helt fint',
  'det passer helt fint',
  'det er fint',
  'det er fint med mig',
  'det er fint for mig',
  'det er helt fint',
  'det er ok',
  'det er okay',
  'det er i orden',
  'det lyder godt',
  'det lyder fint',
  'lyder godt',
  'lyder fint',
  'den er god',
  'den er fin',
  'det er godt',
  'yes',
  'yep',
  'yeah',
  'yup',
  'sure',
  'of course',
  'certainly',
  'great',
  'fine',
  'perfect',
  'deal',
  'agreed',
  'that works',
  'that works for me',
  'works for me',
  'works',
  'that is fine',
  "that's fine",
  'that is fine with me',
  "that's fine with me",
  'fine with me',
  'fine by me',
  'sounds good',
  'sounds great',
  'that sounds good',
  'that suits me',
  'suits me',
  'i can do that',
  'good',
] as const;

/** What may stand beside a yes without changing it. */
const BESIDE_YES = [
  'tak',
  'mange tak',
  'tusind tak',
  'thanks',
  'thank you',
  'please',
  'vi ses',
  'vi ses der',
  'så ses vi',
  'vi snakkes',
  'vi snakkes ved',
  'vi tales ved',
  'jeg glæder mig',
  'glæder mig',
  'see you',
  'see you there',
  'see you then',
  'talk to you then',
  'looking forward to it',
  'det',
  'så',
] as const;

const NODS = [
  'ok',
  'okay',
  'okey',
  'oki',
  'fint',
  'super',
  'perfekt',
  'godt',
  'dejligt',
  'modtaget',
  'noteret',
  'forstået',
  'det er fint',
  'det er godt',
  'det er i orden',
  'det er ok',
  'det lyder godt',
  'lyder godt',
  'great',
  'fine',
  'perfect',
  'got it',
  'noted',
  'understood',
  'sounds good',
  'that is fine',
  "that's fine",
] as const;

const THUMBS = /[👍👌✅🆗✔]|:(?:\+1|thumbsup|ok_hand|white_check_mark):|\(y\)/gu;

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(THUMBS, ' ok ')
    .replaceAll('’', "'")
    .replace(/(?:[.!,;:()–-]|[\s\p{Extended_Pictographic}\p{Emoji_Modifier}]|\uFE0F|\u200D)+/gu, ' ')
    .trim()
    .split(' ')
    .filter((word) => word !== '');

/** The longest phrase at the start of these words, in words; 0 when none is there. */
const begins = (words: readonly string[], phrases: ReadonlySet<string>): number => {
  for (let length = Math.min(words.length, 5); length > 0; length--)
    if (phrases.has(words.slice(0, length).join(' '))) return length;
  return 0;
};

const isMadeOf = (text: string, needed: ReadonlySet<string>, beside: ReadonlySet<string>): boolean => {
  const all = new Set([...needed, ...beside]);
  const words = wordsOf(text);
  let found = false;
  for (let at = 0; at < words.length; ) {
    const rest = words.slice(at);
    const length = begins(rest, all);
    if (length === 0) return false;
    found ||= begins(rest, needed) === length;
    at += length;
  }
  return found;
};

const SAID_YES = new Set<string>(YES);
const SAID_BESIDE = new Set<string>(BESIDE_YES);
const NODDED = new Set<string>(NODS);

/** A yes and nothing more: "Ja tak", "Det passer fint", "👍". */
export const isYes = (text: string): boolean => isMadeOf(text, SAID_YES, SAID_BESIDE);

/** Says that something was read, and asks for nothing: "ok", "fint", "👍". */
export const isNod = (text: string): boolean => isMadeOf(text, NODDED, SAID_BESIDE);
