/** The commands people can write, in Danish or English. Anything else is a dilemma or small talk. */
export type WordInChat =
  | {
      word:
        | 'help'
        | 'my-cases'
        | 'agents'
        | 'principles'
        | 'language'
        | 'profile'
        | 'admin'
        | 'pause'
        | 'stop'
        | 'start'
        | 'preview'
        | 'report'
        | 'overview'
        | 'team'
        | 'forget';
    }
  | { word: 'case'; number: number }
  | LinkWord;

/** The commands for linking the accounts of one person on two platforms. */
export type LinkWord = { word: 'link' | 'unlink' } | { word: 'code'; code: string };

export const isLinkWord = (word: WordInChat): word is LinkWord =>
  word.word === 'link' || word.word === 'unlink' || word.word === 'code';

const WORDS: Record<string, Exclude<WordInChat['word'], 'case' | 'code'>> = {
  hjælp: 'help',
  help: 'help',
  'mine sager': 'my-cases',
  'my cases': 'my-cases',
  agenter: 'agents',
  agents: 'agents',
  principper: 'principles',
  principles: 'principles',
  sprog: 'language',
  language: 'language',
  profil: 'profile',
  profile: 'profile',
  fravær: 'profile',
  absence: 'profile',
  admin: 'admin',
  forbind: 'link',
  link: 'link',
  adskil: 'unlink',
  unlink: 'unlink',
  pause: 'pause',
  stop: 'stop',
  start: 'start',
  'næste uge': 'preview',
  'next week': 'preview',
  teammøde: 'team',
  'team meeting': 'team',
  rapport: 'report',
  report: 'report',
  overblik: 'overview',
  overview: 'overview',
  'slet mig': 'forget',
  'forget me': 'forget',
};

/** A code as the card shows it, with or without the hyphen. Any other single word counts as a wrong code. */
const CODE = /^(?:forbind|link) ([a-z0-9-]{4,12}|[bcdfghjkmnpqrstvwxz]{4} [bcdfghjkmnpqrstvwxz]{4})$/;
const CASE = /^(?:sag|case) ?#?(\d{1,9})$/;

/** The command that a text is; null when it is none. Case, punctuation and emoji do not matter. */
export const wordInChat = (text: string): WordInChat | null => {
  const typed = normalised(text);
  const word = Object.hasOwn(WORDS, typed) ? WORDS[typed] : undefined;
  if (word !== undefined) return { word };
  const code = CODE.exec(typed)?.[1];
  if (code !== undefined) return { word: 'code', code: code.replace(/[- ]/gu, '') };
  const number = CASE.exec(typed)?.[1];
  return number === undefined ? null : { word: 'case', number: Number(number) };
};

const GREETINGS = new Set([
  'hej',
  'hejsa',
  'hey',
  'hello',
  'hi',
  'goddag',
  'davs',
  'dav',
  'godmorgen',
  'god morgen',
  'halløj',
  'hallo',
]);
const THANKS = new Set([
  'tak',
  'mange tak',
  'tusind tak',
  'tak for hjælpen',
  'tak for det',
  'tak for svaret',
  'tak skal du have',
  'thanks',
  'thank you',
  'many thanks',
  'fint',
  'super',
  'perfekt',
  'farvel',
  'hej hej',
  'god weekend',
  'vi ses',
  'bye',
]);

/** Small talk, unless a colleague is waiting for an answer. */
const ANSWERS = new Set(['ja', 'nej', 'yes', 'no', 'ok', 'okay', 'ja tak', 'nej tak']);

/** Recognises small talk, which gets a friendly line and never becomes a draft. `answer` may answer a colleague. */
export const smallTalk = (text: string): 'greeting' | 'thanks' | 'answer' | null => {
  const typed = normalised(text);
  if (GREETINGS.has(typed)) return 'greeting';
  if (ANSWERS.has(typed)) return 'answer';
  return THANKS.has(typed) ? 'thanks' : null;
};

/** Whether a text is too short to be a dilemma; such input gets a hint instead. */
export const tooShort = (text: string): boolean => {
  const words = text.match(/\p{L}+/gu) ?? [];
  return words.length < 3 || words.join('').length < 10;
};

const normalised = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/(?:[.!?,\s\p{Extended_Pictographic}]|\uFE0F)+/gu, ' ')
    .trim();
