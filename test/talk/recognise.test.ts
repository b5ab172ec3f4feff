import assert from 'node:assert/strict';
import { recognise } from '../../bot/talk/recognise.ts';
import type { WordInChat } from '../../bot/talk/word-in-chat.ts';
import { wordInChat } from '../../bot/talk/words-in-chat.ts';

/** What people type, by the word that they mean. */
const SAID: Readonly<Partial<Record<WordInChat['word'], readonly string[]>>> = {
  help: [
    'hjælp',
    'Hjælp!',
    'HJÆLP',
    'hjaelp',
    '@Sammen hjælp',
    'sammen, hjælp',
    'Hej Sammen, hjælp mig',
    'hjælp 🙏',
    'menu',
    'Hvad er du for en?',
    'Hvordan virker det her?',
    'Hej! Hvad kan du?',
    'help',
    'Help, please',
    'What can you do?',
    'How does this work?',
  ],
  readers: [
    'Hvem kan læse det, jeg skriver?',
    'Kan min leder se det?',
    'hvem kan se det?',
    'hvem kan se det her',
    'hvem kan læse det',
    'er det anonymt?',
    'ser min leder det?',
    'ser HR hvad jeg skriver',
    'kan min chef se at jeg har spurgt?',
    'kan lederen læse med?',
    'hvem ser det jeg skriver til dig?',
    'bliver det gemt?',
    'who can see this?',
    'Is this anonymous?',
    'can my boss see what I write',
    'will my manager see this?',
  ],
  'my-cases': [
    'mine sager',
    'Hvor er min sag?',
    'vis mine sager',
    'Kan du vise mine sager, tak',
    'Hej Sammen, må jeg se mine sager? 😊',
    'jeg vil gerne se mine sager',
    'Hvad sker der med min sag?',
    'my cases',
    'Could you show me my cases, please?',
    'where is my case?',
  ],
  agents: ['agenter', 'Hvem kan hjælpe mig?', 'vis mig listen over agenter', 'who can help me?', 'agents'],
  principles: ['principper', 'vis de seks principper', 'Hvad er principperne?', 'principles'],
  stories: ['fortællinger', 'fortaellinger', 'vis mig de nyeste fortællinger', 'stories', 'show me the stories'],
  language: ['sprog', 'english', 'In English please', 'Skriv på engelsk', 'skift til dansk', 'Do you speak English?'],
  profile: ['profil', 'min profil', 'Hvad ved du om mig?', 'ret min profil', 'profile', 'my settings'],
  absence: ['fravær', 'fravaer', 'fravar', 'meld fravær', 'Registrer ferie', 'absence', 'out of office'],
  pause: ['pause', 'hold pause', 'Jeg vil gerne holde en pause', 'Hvordan stopper jeg skubbene?', 'mine skub'],
  stop: [
    'stop',
    'STOP!',
    'stop nu med de der beskeder',
    'hold op med alle de skub',
    'Stop med at skrive til mig',
    'Jeg vil ikke have flere beskeder',
    'afmeld',
    'Afmeld mig, tak',
    'Lad mig være i fred',
    'Jeg gider ikke flere skub',
    'unsubscribe',
    'please stop writing to me',
    'I don’t want any more messages',
  ],
  start: ['start', 'Start igen', 'jeg vil gerne have skub igen', 'start again'],
  forget: [
    'slet mig',
    'Slet mine data',
    'glem mig',
    'Jeg vil ikke være med mere',
    'kan du slette alt om mig?',
    'forget me',
    'delete my data',
  ],
  report: ['rapport', 'tal', 'Vis mig tallene', 'Hvordan går det med brugen?', 'report', 'show me the numbers'],
  preview: ['næste uge', 'naeste uge', 'næste uges skub', 'next week'],
  overview: ['overblik', 'vis overblik', 'overview'],
  admin: ['admin', 'administration'],
  team: ['teammøde', 'team meeting'],
  link: ['forbind', 'link'],
  unlink: ['adskil', 'unlink'],
  case: ['sag 42', 'Case #42', 'vis sag 42', 'sag nr. 42', 'sga 42', 'Hvor er sag 42?', 'sag42'],
};

/** One slip each. */
const TYPOS: Readonly<Partial<Record<WordInChat['word'], readonly string[]>>> = {
  help: ['hjlæp', 'hjælpp', 'hjlp', 'helpp me please', 'Hvordan vriker det her?'],
  'my-cases': ['mine sagre', 'minesager', 'mine sagger', 'kan du vsie mine sager'],
  profile: ['profli', 'proffil', 'min profl'],
  report: ['raport', 'rapprot'],
  absence: ['fravæær', 'frvær'],
  principles: ['principer', 'prinicpper'],
};

/** Texts that are none of ours, however alike. */
const OTHERS = [
  'hjælp mig med naboerne',
  'sag',
  'sag 1234567890',
  'constructor',
  '__proto__',
  'mine sager er svære',
  'Jeg vil ikke have flere klager over hækken',
  'Stop med at sende borgeren rundt',
  'Slet mig ikke før i morgen',
  'Hvem kan hjælpe mig med en borger, der vil klage?',
  'Tal med dem',
];

describe('a word in chat', () => {
  for (const [word, texts] of Object.entries(SAID))
    it(`is ${word} in the forms that people use`, () => {
      for (const text of texts) {
        const heard = recognise(text);
        assert.deepEqual([heard?.word.word, heard?.as, heard?.to], [word, 'said', 'us'], text);
      }
    });

  for (const [word, texts] of Object.entries(TYPOS))
    it(`is ${word} with one slip of the keyboard, which is not mistaken for the word itself`, () => {
      for (const text of texts) {
        const heard = recognise(text);
        assert.deepEqual([heard?.word.word, heard?.as], [word, 'typo'], text);
        assert.equal(wordInChat(text), null, text);
      }
    });

  it('is only guessed when the phrase is short or the text is another word', () => {
    for (const text of ['sotp', 'stof', 'stopp', 'tla', 'agenten']) assert.equal(recognise(text)?.as, 'guess', text);
  });

  it('is none when the text says more, or something else', () => {
    for (const text of OTHERS) assert.equal(recognise(text), null, text);
  });

  it('brings the number of a case, the letters of a code, and the language that was asked for', () => {
    assert.deepEqual(wordInChat('Hej Sammen, vis mig sag #42, tak'), { word: 'case', number: 42 });
    assert.deepEqual(wordInChat('forbind bcdf-ghjk'), { word: 'code', code: 'bcdfghjk' });
    assert.deepEqual(wordInChat('link BCDF GHJK'), { word: 'code', code: 'bcdfghjk' });
    assert.deepEqual(wordInChat('english'), { word: 'language', language: 'en' });
    assert.deepEqual(wordInChat('Skift til dansk'), { word: 'language', language: 'da' });
    for (const typed of ['language english', 'sprog engelsk', 'Sprog: engelsk', 'skriv engelsk', 'på engelsk tak']) {
      assert.deepEqual(wordInChat(typed), { word: 'language', language: 'en' }, typed);
    }
    assert.deepEqual(recognise('englihs')?.word, { word: 'language' });
  });

  it('is looked for in linear time', () => {
    // Work that grows with the square of the length would exceed the test's timeout.
    const part = 600_000;
    for (const piece of ['x', 'xy', 'æ', '1', 'a.', 'x\u200b', 'hej ', 'vis mig '])
      assert.equal(recognise(piece.repeat(part)), null, piece);
  });
});
