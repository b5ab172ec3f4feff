/** The exact words Sammen knows, Danish and English. Anything else is a dilemma, or small talk. */
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
        | 'team'
        | 'forget';
    }
  | { word: 'case'; number: number }
  | LinkWord;

/** What people write about being one person on two platforms. */
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
  'slet mig': 'forget',
  'forget me': 'forget',
};

/** As it stands on the card, with or without the line in its middle. One word that is no code of ours is a wrong one. */
const CODE = /^(?:forbind|link) ([a-z0-9-]{4,12}|[bcdfghjkmnpqrstvwxz]{4} [bcdfghjkmnpqrstvwxz]{4})$/;
const CASE = /^(?:sag|case) ?#?(\d{1,9})$/;

export const wordInChat = (text: string): WordInChat | null => {
  const said = plain(text);
  const word = Object.hasOwn(WORDS, said) ? WORDS[said] : undefined;
  if (word !== undefined) return { word };
  const code = CODE.exec(said)?.[1];
  if (code !== undefined) return { word: 'code', code: code.replace(/[- ]/gu, '') };
  const number = CASE.exec(said)?.[1];
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

/** Small talk, unless a colleague waits for an answer. */
const ANSWERS = new Set(['ja', 'nej', 'yes', 'no', 'ok', 'okay', 'ja tak', 'nej tak']);

/** Thanks and small talk: a friendly line, never a draft; what may be an answer is told apart. */
export const smallTalk = (text: string): 'greeting' | 'thanks' | 'answer' | null => {
  const said = plain(text);
  if (GREETINGS.has(said)) return 'greeting';
  if (ANSWERS.has(said)) return 'answer';
  return THANKS.has(said) ? 'thanks' : null;
};

/** A dilemma takes a few words. Shorter input gets a friendly way on. */
export const tooShort = (text: string): boolean => {
  const words = text.match(/\p{L}+/gu) ?? [];
  return words.length < 3 || words.join('').length < 10;
};

const plain = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/(?:[.!?,\s\p{Extended_Pictographic}]|\uFE0F)+/gu, ' ')
    .trim();
