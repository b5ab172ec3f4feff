import assert from 'node:assert/strict';
import { expand } from '../../bot/talk/expand.ts';
import type { GuessedWord } from '../../bot/talk/notice.ts';
import { LANGUAGE_CHOICES } from '../../bot/talk/phrases/language-choice.ts';
import { PHRASES } from '../../bot/talk/phrases/phrases.ts';
import { recognise } from '../../bot/talk/recognise.ts';
import { PHRASED_WORDS } from '../../bot/talk/word-in-chat.ts';
import { LANGUAGES } from '../../bot/words.ts';
import { seeded } from '../support/fixtures/seeded.ts';

type Said = { word: GuessedWord; phrase: string };

/** Every phrase, and every thing behind one of the frames. */
const ALL: Said[] = LANGUAGES.flatMap((language) => {
  const { words, frames } = PHRASES[language];
  const framing = frames.flatMap(expand);
  return [
    ...PHRASED_WORDS.flatMap((word) => {
      const { things, sentences, alsoToColleagues = [], inDoubt = [] } = words[word];
      const named = things.flatMap(expand);
      const framed = named.map((thing, place) => `${framing[place % framing.length]} ${thing}`);
      const whole = [...sentences, ...alsoToColleagues, ...inDoubt].flatMap(expand);
      return [...named, ...framed, ...whole].map((phrase) => ({ word, phrase }));
    }),
    ...LANGUAGE_CHOICES[language].flatMap(expand).map((phrase) => ({ word: 'language' as const, phrase })),
  ];
});

const LETTERS = [...'abcdefghijklmnopqrstuvwxyzæøå '];

/** Every slip of the keyboard at one place: wrong, missing, too many, doubled, swapped with its neighbour. */
const slipsAt = (text: string, at: number, letter: string): string[] => {
  const [before, here, next, after] = [text.slice(0, at), text[at] ?? '', text[at + 1] ?? '', text.slice(at + 2)];
  const rest = next + after;
  return [
    before + letter + rest,
    before + rest,
    before + letter + here + rest,
    before + here + here + rest,
    before + next + here + after,
  ];
};

describe('every phrase of ours', () => {
  it('leads to one word only, whatever stands around it', () => {
    const wrong: string[] = [];
    for (const { word, phrase } of ALL)
      for (const text of [phrase, `Hej Sammen, ${phrase}, tak 😊`]) {
        const heard = recognise(text);
        if (heard?.as !== 'said' || heard.word.word !== word) wrong.push(`${text}: ${heard?.word.word} for ${word}`);
      }
    assert.deepEqual([...new Set(wrong)], []);
  });

  it('is found, or asked for, with any one slip of the keyboard', function () {
    this.timeout(120_000);
    const random = seeded(17);
    const lost: string[] = [];
    const some = ALL.filter(({ phrase }) => phrase.length <= 8 || random.below(120) === 0);
    for (const { word, phrase } of some)
      for (let at = 0; at < phrase.length; at += phrase.length <= 8 ? 1 : 1 + random.below(8))
        for (const text of slipsAt(phrase, at, LETTERS[random.below(LETTERS.length)] ?? 'x'))
          if (text.trim() !== '' && recognise(text) === null) lost.push(`${text} (${phrase}, ${word})`);
    assert.deepEqual(lost, []);
  });
});
