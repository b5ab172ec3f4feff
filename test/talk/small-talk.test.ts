import assert from 'node:assert/strict';
import { perhapsSmallTalk, type SmallTalk, smallTalk } from '../../bot/talk/small-talk.ts';

const SAID: Readonly<Record<SmallTalk, readonly string[]>> = {
  thanks: [
    'Tak!',
    'Mange tak for hjælpen',
    'Mange tak for hjaelpen 🙏',
    'Tak, det var en stor hjælp',
    'Super, tak',
    'tak skal du have, det var rart',
    'ok, tak :)',
    'Tak Karen',
    'Tak fordi du tog dig tid',
    'Tak for hjælpen - det var præcis det, jeg havde brug for',
    'Mange tak for dit gode råd om naboerne',
    'Tak for hjælpen, god weekend!',
    'Thanks a lot, have a nice weekend',
    'thank you for your help',
    '🙏🏽',
  ],
  greeting: ['Hej', 'Hej Sammen', 'Hej Sammen, hvordan går det?', 'God morgen!', 'Hello there', 'Tak for sidst', '👋'],
  farewell: ['God weekend til dig også', 'hav en god dag', 'Vi ses', 'Have a nice day', 'Kh Mette'],
  praise: ['👍', '❤️', 'Super!', 'det var så lidt', 'Det lyder godt', 'that was very helpful', 'Det hjalp virkelig'],
  answer: ['ok', 'Ok 👍', 'ja', 'nej tak', 'no thanks', 'Modtaget', 'Helt i orden'],
};

const TYPOS = ['Mange tka for hjælpen', 'Mange tak for hjælpn', 'godmorgn', 'Hej Samen', 'tusindtak', 'perfeckt'];

/** Small talk in front of, or behind, what somebody has to say is part of it. */
const MORE = [
  'Tak for sidst. Jeg har en borger, der ringer hver dag',
  'Hej Sammen, hvordan får jeg naboerne med?',
  'tak for sidst naboen ringer hver dag',
  'Det er en god idé',
  'Godt. Men hvad siger jeg til naboerne?',
  'Det føles forkert',
  'på torsdag',
  '👎',
  '',
];

describe('small talk', () => {
  for (const [kind, texts] of Object.entries(SAID))
    it(`is ${kind} in many forms`, () => {
      for (const text of texts) assert.equal(smallTalk(text), kind, text);
    });

  it('may have one slip of the keyboard in a long word', () => {
    for (const text of TYPOS) assert.notEqual(smallTalk(text) ?? perhapsSmallTalk(text), null, text);
  });

  it('with a slip in a short word is only perhaps small talk', () => {
    for (const text of ['tka', 'hje']) {
      assert.equal(smallTalk(text), null, text);
      assert.notEqual(perhapsSmallTalk(text), null, text);
    }
  });

  it('is none as soon as something is said', () => {
    for (const text of MORE) assert.equal(smallTalk(text), null, text);
  });
});
