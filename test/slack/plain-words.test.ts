import assert from 'node:assert/strict';
import { withEmoji } from '../../adapters/slack/emoji.ts';
import { belowQuotation, wordsOf } from '../../adapters/slack/plain-words.ts';

const STAND_INS = { channel: 'en kanal', group: 'en gruppe', everybody: 'alle' };
const names: Record<string, string> = { U0BO: 'Bo Prøve', W0CY: 'en kollega', U0SAMMEN: '' };
const words = (text: string) => wordsOf(text, (id) => names[id] ?? '', STAND_INS);

describe('what people wrote in Slack', () => {
  const cases: [string, string, string][] = [
    ['an emoji', 'tak :slightly_smiling_face:', 'tak 🙂'],
    ['an emoji by another of its names', ':thumbsup: :+1: :flag-dk: :heart:', '👍 👍 🇩🇰 ❤️'],
    ['emoji without blanks', 'hej:wave::wave:ja:tada:', 'hej👋👋ja🎉'],
    ['a skin tone', ':wave::skin-tone-3: :+1::skin-tone-6:', '👋🏼 👍🏿'],
    [
      'a skin tone in the middle of an emoji',
      ':male-detective::skin-tone-2: :female-teacher::skin-tone-5:',
      '🕵🏻‍♂️ 👩🏾‍🏫',
    ],
    ['two skin tones', ':people_holding_hands::skin-tone-2-6:', '🧑🏻‍🤝‍🧑🏿'],
    ['an emoji of the workspace', 'tak :kommune_hjerte: for alt :rødgrød:', 'tak for alt'],
    ['times of day', 'kl. 10:30:45 og 8:100:9, 1:1234:2', 'kl. 10:30:45 og 8:100:9, 1:1234:2'],
    ['a number that is an emoji', 'flot :100:!', 'flot 💯!'],
    ['colons', 'Emne:Borger:Frist: husk :) :: : a::b', 'Emne:Borger:Frist: husk :) :: : a::b'],
    ['an address that looks like emoji', '<https://x.dk/:wave:/a>', 'https://x.dk/:wave:/a'],
    ['names of objects', ':constructor: ja :__proto__:', 'ja'],

    ['a colleague', 'Spørg <@U0BO> og <@W0CY|cy>', 'Spørg Bo Prøve og en kollega'],
    ['ourselves', '<@U0SAMMEN> hjælp', 'hjælp'],
    ['a channel with its name', 'I <#C0BYG|byggesager> står det', 'I #byggesager står det'],
    ['a channel without', 'I <#C0BYG|> og <#C0BYG> står det', 'I en kanal og en kanal står det'],
    ['a group with its name', 'Spurgte <!subteam^S0TEK|@teknik>', 'Spurgte teknik'],
    ['a group without', 'Spurgte <!subteam^S0TEK> og <!subteam^S0TEK|>', 'Spurgte en gruppe og en gruppe'],
    ['everybody', '<!here> <!channel> <!everyone> <!here|here>', 'alle alle alle alle'],
    ['a date', 'Frist <!date^1392734382^{date} at {time}|d. 18. februar>', 'Frist d. 18. februar'],
    ['a date with a link', '<!date^1392734382^{date}^https://x.dk|d. 18. februar>', 'd. 18. februar'],

    ['an e-mail address', 'Skriv til <mailto:bo@kommune.dk|bo@kommune.dk>', 'Skriv til bo@kommune.dk'],
    [
      'a phone number',
      'Ring <tel:+4512345678|12 34 56 78> eller <tel:+4587654321>',
      'Ring 12 34 56 78 eller +4587654321',
    ],
    ['an address', 'Se <https://kommune.dk/a?b=1&amp;c=2>', 'Se https://kommune.dk/a?b=1&c=2'],
    ['an address as it was typed', 'Se <http://kommune.dk|kommune.dk>', 'Se kommune.dk'],
    ['a link behind words', 'Se <https://kommune.dk/a|vejledningen :point_right:>', 'Se vejledningen 👉'],

    ['encoded characters, once', 'R&amp;D &lt;3 &amp;lt; &gt;', 'R&D <3 &lt; >'],
    ['marks typed by hand', '&lt;@U0BO&gt; &lt;#C0BYG|&gt; &lt;!here&gt;', '<@U0BO> <#C0BYG|> <!here>'],
    ['half marks', '<@U0BO og c <', '<@U0BO og c <'],
    ['lines and lists', 'Først:\n• en\n• to\n\n\n\nsidst', 'Først:\n• en\n• to\n\nsidst'],
    ['a quotation in the text', 'Hun skrev:\n&gt; jeg vil klage\nHvad nu?', 'Hun skrev:\n> jeg vil klage\nHvad nu?'],
    ['nothing', '', ''],
  ];
  for (const [name, text, read] of cases) it(`${name}: ${text.slice(0, 60)}`, () => assert.equal(words(text), read));

  it('takes the quotation off the top of a reply only', () => {
    assert.equal(belowQuotation('&gt; Hvornår?\n&gt; Og hvor?\n\nPå torsdag\n&gt; ja'), 'På torsdag\n&gt; ja');
    assert.equal(belowQuotation('På torsdag'), 'På torsdag');
    assert.equal(belowQuotation('&gt; kun et citat'), '');
  });

  it('reads hostile text in linear time', () => {
    // A pattern that backtracks on these would exceed the test's timeout.
    const part = 100_000;
    for (const piece of [
      ':',
      ':a',
      '<',
      '<@',
      ':a::skin-tone-',
      '&lt;',
      '<!date^',
      ':wave:',
      '\n&gt;',
      ':+1::skin-tone-2',
    ])
      assert.equal(typeof words(piece.repeat(part)), 'string', piece);
    assert.ok(withEmoji(`:${'a'.repeat(part)}:`).length > part);
    belowQuotation('&gt;\n'.repeat(part));
  });
});
