/** The exact words Sammen knows, Danish and English. Anything else is a dilemma, or small talk. */
export type WordInChat =
  | { word: 'help' | 'my-cases' | 'agents' | 'principles' | 'language' }
  | { word: 'case'; number: number };

const WORDS: Record<string, Exclude<WordInChat['word'], 'case'>> = {
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
};

const CASE = /^(?:sag|case) ?#?(\d{1,9})$/;

export const wordInChat = (text: string): WordInChat | null => {
  const said = plain(text);
  const word = Object.hasOwn(WORDS, said) ? WORDS[said] : undefined;
  if (word !== undefined) return { word };
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
  'ok',
  'okay',
  'fint',
  'super',
  'perfekt',
  'ja',
  'nej',
  'yes',
  'no',
  'farvel',
  'hej hej',
  'god weekend',
  'vi ses',
  'bye',
]);

/** Thanks and small talk: a friendly line, never a draft. */
export const smallTalk = (text: string): 'greeting' | 'thanks' | null => {
  const said = plain(text);
  if (GREETINGS.has(said)) return 'greeting';
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
