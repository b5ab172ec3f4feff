import { LANGUAGES } from '../words.ts';
import { expand } from './expand.ts';
import { LANGUAGE_CHOICES } from './phrases/language-choice.ts';
import type { Phrases } from './phrases/phrase-book.ts';
import { PHRASES } from './phrases/phrases.ts';
import { type Spelling, spellingOf } from './plain-words.ts';
import { withoutFillers } from './politeness.ts';
import { type Entry, textSet } from './text-set.ts';
import { PHRASED_WORDS, type WordInChat } from './word-in-chat.ts';

/** What a phrase means. `to`: whom it may be meant for. */
export type Meaning = { word: WordInChat; to: 'us' | 'us-or-a-colleague' | 'anybody' };

const phrasesOf = (patterns: readonly string[]): string[] =>
  patterns.flatMap(expand).map((phrase) => withoutFillers(phrase.split(' ')).join(' '));

const meaningsOf = (patterns: readonly string[] | undefined, meaning: Meaning): Entry<Meaning>[] =>
  phrasesOf(patterns ?? []).map((text) => ({ text, found: meaning }));

const sentencesOf = (word: WordInChat, { things, sentences, alsoToColleagues, inDoubt }: Phrases): Entry<Meaning>[] => [
  ...meaningsOf([...things, ...sentences], { word, to: 'us' }),
  ...meaningsOf(alsoToColleagues, { word, to: 'us-or-a-colleague' }),
  ...meaningsOf(inDoubt, { word, to: 'anybody' }),
];

/** The phrases of a language, in one spelling. A frame and a thing are a phrase together: "vis mig" + "mine sager". */
const phrasesIn = (language: (typeof LANGUAGES)[number], spell: (text: string) => string) => {
  const spelled = <Found>(entries: readonly Entry<Found>[]) =>
    textSet(entries.map(({ text, found }) => ({ text: spell(text), found })));
  const { words, frames } = PHRASES[language];
  const sentences = [
    ...PHRASED_WORDS.flatMap((word) => sentencesOf({ word }, words[word])),
    ...meaningsOf(LANGUAGE_CHOICES[language], { word: { word: 'language', language }, to: 'us' }),
  ];
  const whole = spelled(sentences);
  const framing = phrasesOf(frames);
  const before = spelled(framing.map((text) => ({ text, found: null })));
  const beforeSpace = spelled(framing.map((text) => ({ text: `${text} `, found: null })));
  const thing = PHRASED_WORDS.flatMap((word) => meaningsOf(words[word].things, { word: { word }, to: 'us' }));
  const things = spelled(thing);
  const afterSpace = spelled(thing.map(({ text, found }) => ({ text: ` ${text}`, found })));
  // A word of one letter that is missing takes its space along.
  const lacking = textSet(
    sentences.flatMap(({ text, found }) => withoutShortWord(spell(text)).map((shorter) => ({ text: shorter, found }))),
  );
  // A longer text is no frame and thing, and cutting it everywhere would take time that grows with its square.
  const longest = before.longest + afterSpace.longest + 1;
  const cuts = (text: string) =>
    text.length > longest
      ? []
      : Array.from({ length: text.length }, (_, at) => [text.slice(0, at), text.slice(at)] as const);
  return {
    exact: (text: string): Meaning | undefined =>
      whole.exact(text) ??
      cuts(text)
        .filter(([head]) => before.exact(head) !== undefined)
        .map(([, tail]) => afterSpace.exact(tail))
        .find((meaning) => meaning !== undefined),
    near: (text: string): Entry<Meaning>[] => [
      ...whole.near(text),
      ...[lacking.exact(text)].flatMap((found) => (found === undefined ? [] : [{ text, found }])),
      ...cuts(text).flatMap(([head, tail]) => {
        const meaning = things.exact(tail);
        const slipInHead = meaning === undefined ? [] : beforeSpace.near(head);
        return [
          ...slipInHead.flatMap((frame) =>
            meaning === undefined ? [] : [{ text: frame.text + tail, found: meaning }],
          ),
          ...(before.exact(head) === undefined
            ? []
            : afterSpace.near(tail).map((entry) => ({ ...entry, text: head + entry.text }))),
        ];
      }),
    ],
  };
};

/** The text without one of its words of one letter, each in turn. */
const withoutShortWord = (text: string): string[] => {
  const words = text.split(' ');
  if (words.length < 3) return [];
  return words.flatMap((word, at) => (word.length === 1 ? [words.toSpliced(at, 1).join(' ')] : []));
};

const build = () => ({
  bare: LANGUAGES.map((language) => phrasesIn(language, (text) => spellingOf(text).bare)),
  spelled: LANGUAGES.map((language) => phrasesIn(language, (text) => spellingOf(text).spelled)),
  typed: LANGUAGES.map((language) => phrasesIn(language, (text) => text)),
});

let built: ReturnType<typeof build> | null = null;
/** All phrases, spread out once, at the first text. */
const index = () => {
  built ??= build();
  return built;
};

/** What a text means that is one of our phrases, letter for letter. */
export const phraseOf = ({ bare }: Spelling): Meaning | undefined =>
  index()
    .bare.map((phrases) => phrases.exact(bare))
    .find((meaning) => meaning !== undefined);

/** Our phrases that a text is, but for one slip of the keyboard. */
export const phrasesNear = ({ bare, spelled, typed }: Spelling): Entry<Meaning>[] => [
  ...index().bare.flatMap((phrases) => phrases.near(bare)),
  ...index().spelled.flatMap((phrases) => phrases.near(spelled)),
  ...index().typed.flatMap((phrases) => phrases.near(typed)),
];
