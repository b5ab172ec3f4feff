import assert from 'node:assert/strict';
import type { TurnView } from '../../bot/cases/said-views.ts';
import type { Notice } from '../../bot/notices.ts';
import { renderSlackHome, renderSlackMessage, renderSlackModal } from '../../cards/block-kit.ts';
import type { Card, Form, Link } from '../../cards/model.ts';
import { faultsOfMessage } from '../support/assertions/check-blocks.ts';
import { masked } from '../support/fixtures/builders.ts';
import { EXAMPLES } from './examples.ts';
import { cards, objectsIn, ofType, viewOf } from './support.ts';

const HOSTILE = [
  '<!channel> <!here> <@U024BE7LH> <#C024BE7LR> <!subteam^S1|alle>',
  '@here @channel @everyone',
  '*fed* _kursiv_ ~streg~ `kode` ```blok```',
  '> et citat',
  ':tada: :skull:',
  '<https://ond.example/|klik her> https://ond.example/ ond.example',
  '<mailto:ond@ond.example|skriv> [klik](https://ond.example/)',
  '&lt;!channel&gt; &amp;',
  '<script>alert(1)</script>',
  '{"type":"button"}',
  'مرحبا بالعالم',
  '👩‍👩‍👧‍👦',
];

/** As stored in a document. */
const WRITTEN = masked(HOSTILE.join('\n'));

const quoteOf = (text: string): Card => ({
  title: 'Titel',
  tone: 'plain',
  body: [{ kind: 'quote', who: 'Jonas Holm', when: 'tirsdag d. 24. november kl. 10', text }],
  actions: [],
});
const drawn = (card: Card) => renderSlackMessage(card, 'da');
const quoted = (json: unknown): string[] =>
  ofType(json, 'rich_text_quote').flatMap((quote) => ofType(quote, 'text').map(({ text }) => String(text)));
const linked = (link: Link) => {
  const { blocks } = drawn({ ...quoteOf('x'), body: [{ kind: 'link', link }] });
  return { links: ofType(blocks, 'link'), texts: ofType(blocks, 'text').map(({ text }) => text) };
};

describe('what people write, in Slack', () => {
  const view = viewOf('agent-active-replied', 'agent');
  const turns: TurnView[] = [{ ...(view.turns[1] as TurnView), text: WRITTEN }];
  const notice: Notice = { kind: 'case', why: 'changed', view: { ...view, turns }, settled: false };
  const card = cards.card(notice, 'da');

  it('stays exactly as typed, in rich text without mrkdwn', () => {
    const message = drawn(card);
    assert.deepEqual(quoted(message.blocks), [WRITTEN]);
    assert.deepEqual(faultsOfMessage(message), []);
  });

  it('becomes no link, mention, emoji or style in a message, a modal or the App Home', () => {
    const [form] = card.actions.filter((action): action is Form => action.kind === 'form');
    assert.ok(form);
    for (const json of [drawn(card).blocks, renderSlackModal(card, form, 'da', ''), renderSlackHome([card], 'da')]) {
      const types = new Set(objectsIn(json).map(({ type }) => String(type)));
      for (const type of ['mrkdwn', 'link', 'user', 'channel', 'broadcast', 'usergroup', 'emoji', 'image']) {
        assert.ok(!types.has(type), type);
      }
      assert.ok(
        ofType(json, 'rich_text_quote').every((quote) => ofType(quote, 'text').every((one) => !('style' in one))),
      );
    }
  });

  it('mentions nobody in `text`, and reads the same once Slack unescapes it', () => {
    const { text } = drawn({ ...quoteOf(''), title: HOSTILE.join('\n') });
    assert.doesNotMatch(text, /[<>]|&(?!amp;|lt;|gt;)/u);
    assert.doesNotMatch(text, /@(?:here|channel|everyone)\b/u);
    const read = text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&').replaceAll('\u2060', '');
    assert.ok(read.endsWith(HOSTILE.join('\n')), read);
  });

  it('is only the value of a field when it fills one', () => {
    const asked = cards.card({ kind: 'draft', view: { ...draftView(), text: WRITTEN } }, 'da');
    const [input] = ofType(drawn(asked).blocks, 'plain_text_input');
    assert.equal(input?.initial_value, WRITTEN);
  });

  it('cannot break out of a name, a title, an option or a list item', () => {
    const name = '*Mette* <!channel>\n:tada: @here';
    const agents: Notice = {
      kind: 'agents',
      agents: [{ name, unit: name, principles: [], topics: [], free: true, unreachable: false }],
    };
    const asked = cards.card(
      {
        kind: 'case',
        why: 'changed',
        view: { ...viewOf('offered', 'offered'), asker: { as: 'named', name, unit: name } },
        settled: false,
      },
      'da',
    );
    const people = cards.card(
      { kind: 'admin-people', found: 'search', people: [{ id: 'p1' as never, name, unit: name, roles: [] }], more: 0 },
      'da',
    );
    for (const one of [cards.card(agents, 'da'), asked, people]) {
      const message = drawn(one);
      assert.deepEqual(faultsOfMessage(message), []);
      assert.ok(
        JSON.stringify(message.blocks).includes('*Mette* <!channel> :tada: @here'),
        'one line, as it was typed',
      );
    }
  });

  it('loses characters that reverse the text direction, and keeps its letters', () => {
    const { blocks, text } = drawn(quoteOf('\u202Eabc\u2066\u0000\u0007\u200Fمرحبا\ud800\r\nd'));
    assert.deepEqual(quoted(blocks), ['abc\u200Fمرحبا\ufffd\nd']);
    assert.doesNotMatch(text, /abc/u, 'nor is it in the notification');
  });

  it('is never cut inside a character', () => {
    for (let length = 2990; length < 3010; length += 1) {
      const { blocks, text } = drawn(quoteOf(`${'a'.repeat(length)}${'👍'.repeat(700)}`));
      for (const said of [...quoted(blocks), text]) assert.doesNotMatch(said, /\p{Surrogate}/u);
      assert.equal(quoted(blocks).join('').replaceAll('a', '').startsWith('👍'), true);
    }
  });

  it('may be empty', () => {
    for (const text of ['', '  \n ', '\u0000']) {
      assert.deepEqual(faultsOfMessage(drawn(quoteOf(text))), []);
      assert.deepEqual(faultsOfMessage(drawn({ ...quoteOf(text), title: text, kicker: text })), []);
    }
  });
});

const draftView = () => {
  const notice = EXAMPLES['draft-changing'];
  assert.ok(notice?.kind === 'draft');
  return notice.view;
};

describe('a link in Slack', () => {
  it('is a link when it leads to a page or a phone number', () => {
    for (const url of ['https://whistle.example.dk/a?b=c#d', 'http://localhost:3978/files/x', 'tel:+4512345678']) {
      assert.deepEqual(linked({ label: 'Se her', url }).links, [{ type: 'link', url, text: 'Se her' }]);
    }
  });

  it('is plain text when it could be anything else', () => {
    for (const url of [
      'javascript:alert(1)',
      'data:text/html,x',
      'file:///etc/passwd',
      'slack://open',
      'https://',
      'https://a b',
      'https://ond.example/|klik',
      'https://bank.dk@ond.example/',
      'tel:+45*#06#',
      '<https://ond.example>',
      '',
    ]) {
      const { links, texts } = linked({ label: 'Se her', url });
      assert.deepEqual(links, [], url);
      assert.deepEqual(texts, [`Se her: ${url}`.trim()]);
    }
  });
});
