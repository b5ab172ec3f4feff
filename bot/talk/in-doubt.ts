import { expand } from './expand.ts';
import { plainWords, spellingOf } from './plain-words.ts';
import { heartsOf, withoutFillers } from './politeness.ts';
import { recognise } from './recognise.ts';
import { onlyShows, type ShowingWord } from './word-in-chat.ts';

/** Who says so is about to tell a dilemma. */
const ANNOUNCING: readonly string[] = [
  '[jeg|vi|i|we] (har|sidder med|står med|have|have got|got) [et|en|a|an|noget|lidt af et] [lille|stort|svært|small|difficult|hurtigt] (problem|dilemma|spørgsmål|sag|udfordring|case|question|situation|noget svært)',
  'jeg (er i tvivl|er lidt i tvivl|ved ikke hvad jeg skal gøre|er i tvivl om noget|har et problem jeg skal have løst)',
  '(må|kan) jeg spørge [dig] om noget',
  'jeg vil spørge [dig] om noget',
  'can i ask you something',
];

let announced: ReadonlySet<string> | null = null;
/** All that `ANNOUNCING` stands for, thousands of texts: made at the first question, for the start should not wait. */
const announcements = (): ReadonlySet<string> => {
  announced ??= new Set(
    ANNOUNCING.flatMap(expand).map((words) => spellingOf(withoutFillers(words.split(' ')).join(' ')).bare),
  );
  return announced;
};

const US = new Set(['du', 'dig', 'din', 'dit', 'dine', 'you', 'your', 'u']);
/** Whoever speaks of others has something to tell. */
const OTHERS =
  /^(?:borger|nabo|kolleg|foraeld|elev|barn|boern|forening|aeldre|unge|ung$|chef|leder|familie|gruppe|kommune|afdeling|bruger|kunde|frivillig|medarbejder|mand|kvind|dreng|pige|soen|datter|mor$|far$|han$|hun$|ham$|hende|dem$|deres$|hans$|citizen|neighbour|neighbor|colleague|parent|child|manager|boss|group|he$|she$|they$|them$|him$|her$)/u;
/** Fewer words say too little to be sure of. */
const FEW_WORDS = 6;
/** A question to us is short. */
const MOST_WORDS = 9;

/**
 * The word that may answer a text which could be a question to Sammen or a dilemma; null when it is a dilemma.
 * `saysMuch`: whether it holds a word that dilemmas are known by.
 */
export const inDoubt = (text: string, saysMuch: (text: string) => boolean): ShowingWord | null => {
  const heard = recognise(text);
  if (heard?.to === 'anybody' && onlyShows(heard.word.word)) return heard.word.word;
  const words = withoutFillers(plainWords(text));
  if (words.length >= MOST_WORDS || isAnnounced(words)) return null;
  const isForUs = words.some((word) => US.has(word)) && !words.some((word) => OTHERS.test(spellingOf(word).spelled));
  return isForUs || (words.length < FEW_WORDS && !saysMuch(text)) ? 'help' : null;
};

const isAnnounced = (words: readonly string[]): boolean =>
  heartsOf(words).some((heart) => announcements().has(spellingOf(heart.join(' ')).bare));
