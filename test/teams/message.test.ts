import assert from 'node:assert/strict';
import { cardMessage, textMessage } from '../../adapters/teams/message.ts';
import { wordsOf, wordsOfHtml } from '../../adapters/teams/plain-words.ts';
import type { Card } from '../../cards/model.ts';

const bytes = (value: unknown) => Buffer.byteLength(JSON.stringify(value));
const aCard = (overrides: Partial<Card> = {}): Card => ({
  title: 'Sag 42',
  tone: 'plain',
  body: [],
  actions: [],
  ...overrides,
});

describe('a message to Teams', () => {
  it('is only a card, with its title for the notification', () => {
    const message = cardMessage(aCard(), 'da');
    assert.equal(message.summary, 'Sag 42');
    assert.equal(message.text, undefined);
    assert.equal(message.attachments?.length, 1);
  });

  it('stays under 28 KB, however much a case holds', () => {
    const words = 'Ældre borgere på Ærø. '.repeat(180);
    for (const turns of [1, 10, 100]) {
      const body = Array.from({ length: turns }, () => ({
        kind: 'quote' as const,
        who: 'Åse',
        when: 'mandag d. 23. november kl. 9',
        text: words,
      }));
      assert.ok(bytes(cardMessage(aCard({ body }), 'da')) < 28 * 1024, `${turns} turns`);
    }
  });

  it('becomes plain text when no card can be small enough', () => {
    const actions = Array.from({ length: 200 }, (_, i) => ({
      kind: 'press' as const,
      verb: 'show-case' as const,
      label: `Vis sag ${i} ${'æ'.repeat(60)}`,
      data: { case: 'x'.repeat(60) },
      weight: 'normal' as const,
    }));
    const message = cardMessage(aCard({ actions }), 'da');
    assert.equal(message.attachments, undefined);
    assert.match(message.text ?? '', /^Sag 42/);
    assert.ok(bytes(message) < 28 * 1024);
  });

  it('is plain text, so that Teams formats nothing that people wrote', () => {
    assert.deepEqual(textMessage('a **b** [c](d)'), { type: 'message', textFormat: 'plain', text: 'a **b** [c](d)' });
  });
});

describe('what people wrote in Teams', () => {
  const cases: [string, string, string[]][] = [
    ['<at>Sammen</at>&nbsp;hjælp', 'hjælp', ['<at>Sammen</at>']],
    ['hej <at>Sammen</at>, hvem? <at>Sammen</at>', 'hej , hvem?', ['<at>Sammen</at>']],
    ['<at>Bo Prøve</at> og jeg', 'Bo Prøve og jeg', []],
    ['R&amp;D &lt;3 &#230;&#xF8;å', 'R&D <3 æøå', []],
    ['én\r\nto\n\n\n\ntre', 'én\nto\n\ntre', []],
    ['a < b og b > c', 'a < b og b > c', []],
    ['', '', ['']],
  ];
  for (const [text, words, mentions] of cases) {
    it(`reads ${JSON.stringify(text)}`, () => assert.equal(wordsOf(text, mentions), words));
  }

  describe('decodes each entity exactly once', () => {
    const entities: [string, string, string][] = [
      ['Danish letters', '&AElig;rlig r&oslash;dgr&oslash;d p&aring; &OElig;', 'Ærlig rødgrød på Œ'],
      ['other names', '&eacute;n &ndash; &hellip; &euro; &laquo;ja&raquo;', 'én – … € «ja»'],
      ['numbers', '&#230;&#xE6;&#XE6;&#0230; &#128512;', 'ææææ 😀'],
      ['numbers no character has', '[&#0;&#xD800;&#x110000;&#99999999999999999999;]', '[\ufffd\ufffd\ufffd\ufffd]'],
      ['half entities', '&oslash p&#22 &#x &#; &; && &amp', '&oslash p&#22 &#x &#; &; && &amp'],
      ['a name that begins like another', '&notit; &ampere; &lte;', '&notit; &ampere; &lte;'],
      ['names that nobody has', '&bogus; &constructor; &__proto__;', '&bogus; &constructor; &__proto__;'],
      ['double-encoded', '&amp;oslash; &amp;lt;b&amp;gt; &amp;amp;amp;', '&oslash; &lt;b&gt; &amp;amp;'],
      ['an ampersand by its number', '&#38;lt; &#x26;#230;', '&lt; &#230;'],
      ['nested', '&&oslash;; &am&amp;p; &#&#50;30;', '&ø; &am&p; &#230;'],
      ['encoded marks', '&lt;at&gt;Bo&lt;/at&gt; &lt;script&gt;', '<at>Bo</at> <script>'],
    ];
    for (const [name, written, read] of entities) {
      it(`${name}: ${written}`, () => {
        assert.equal(wordsOf(written, []), read);
        assert.equal(wordsOfHtml(`<p>${written}</p>`, 'x'), read);
      });
    }
  });

  it('reads HTML, however broken, and names nobody', () => {
    assert.equal(wordsOfHtml('<p>En <b>to</b></p><p>tre<br/>fire', 'en kollega'), 'En to\ntre\nfire');
    assert.equal(wordsOfHtml('<p>Hej <at id="0">Bo</at></p>', 'en kollega'), 'Hej en kollega');
    const bo = '<at id="0">Bo</at>&nbsp;<at id="1">Prøve</at>';
    assert.equal(wordsOfHtml(`<p>Spørg ${bo} i dag</p>`, 'en kollega'), 'Spørg en kollega i dag');
    const accounts: Record<string, string> = { 0: 'bo', 1: 'bo', 2: 'cy' };
    const several = wordsOfHtml(`<p>${bo} <at id="2">Cy</at></p>`, 'en kollega', (id) => accounts[id] ?? null);
    assert.equal(several, 'en kollega, en kollega');
    const quoted =
      '<blockquote itemtype="http://schema.skype.com/Reply"><strong itemprop="mri" itemid="8:orgid:1">Kirsten Opfundet</strong><span itemprop="time"></span><p itemprop="preview">må de?</p></blockquote><p>Ja</p>';
    assert.equal(wordsOfHtml(quoted, 'en kollega'), 'må de?\n\nJa');
    const emoji = '<emoji alt="🙂"></emoji><img alt="👍" itemtype="http://schema.skype.com/Emoji"><img alt="foto.png">';
    assert.equal(wordsOfHtml(`<p>Godt ${emoji}</p>`, 'x'), 'Godt 🙂👍');
    const code =
      '<codeblock><code>1<br>2</code></codeblock><p>slut</p><table><tr><td>Nord</td><td>Syd</td></tr></table>';
    assert.equal(wordsOfHtml(code, 'x'), '1\n2\nslut\nNord Syd');
    assert.equal(wordsOfHtml('<<p>>&lt;b&gt;<', 'x').includes('<p'), false);
    const long = `${'<at>'.repeat(20_000)}${'<at '.repeat(20_000)}${'<'.repeat(20_000)}${'&#'.repeat(20_000)}`;
    // A parser that backtracks on this would exceed the test's timeout.
    assert.doesNotMatch(wordsOfHtml(long, 'x'), /<at>/);
    assert.ok(wordsOf(long, []).includes('<'.repeat(20_000)));
  });
});
