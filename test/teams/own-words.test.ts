import assert from 'node:assert/strict';
import { readActivity } from '../../adapters/teams/read-activity.ts';
import { wordsIn } from '../../adapters/teams/words-in.ts';
import { aMention, aMessage, aUser, BOT } from './support/activities.ts';

const anna = aUser('anna');
const URL = 'https://smba.example/emea/';
const REPLY = 'http://schema.skype.com/Reply';

const html = (content: string) => ({ contentType: 'text/html', content });
const reply = (content: string, id = '1600457867820') =>
  `<blockquote itemscope="" itemtype="${REPLY}" itemid="${id}"><strong itemprop="mri" itemid="8:orgid:1">Kirsten Opfundet</strong><span itemprop="time" itemid="${id}"></span><p itemprop="preview">Må de bygge?</p></blockquote>${content}`;
const quotes = (...ids: string[]) => ids.map((messageId) => ({ type: 'quotedReply', quotedReply: { messageId } }));

const read = (text: string, overrides: object = {}) => {
  const activity = readActivity(aMessage(anna, URL, text, overrides)) ?? assert.fail('no activity');
  return wordsIn(activity);
};

describe('what people wrote themselves in Teams', () => {
  const quoted: [string, string, object, string, string | undefined][] = [
    ['a marker', '<quoted messageId="17"/> hjælp', { entities: quotes('17') }, 'hjælp', '17'],
    ['a marker without its entity', '<quoted messageId="17"/>\nhjælp', {}, 'hjælp', '17'],
    ['a marker that stands open', '<quoted messageId="17"> hjælp', {}, 'hjælp', '17'],
    ['a marker with words in it', '<quoted messageId="17">Bo: ja</quoted>hjælp', {}, 'hjælp', '17'],
    [
      'two markers',
      '<quoted messageId="1"/> et <quoted messageId="2"/> to',
      { entities: quotes('1', '2') },
      'et to',
      '1',
    ],
    ['a marker in a marker', 'a<quoted x="1">b<quoted x="2">c</quoted>d</quoted>e', {}, 'a e', undefined],
    ['a marker that only ends', 'a </quoted> b', {}, 'a b', undefined],
    ['nothing but a marker', '<quoted messageId="17"/>', {}, '', '17'],
    ['a marker typed by hand', '&lt;quoted messageId="17"/&gt; hjælp', {}, '<quoted messageId="17"/> hjælp', undefined],
    ['no marker', '<quotedx> hjælp', {}, '<quotedx> hjælp', undefined],

    [
      'an old quotation',
      'Kirsten Opfundet Må de bygge? Ja',
      { attachments: [html(reply('<p>Ja</p>'))] },
      'Ja',
      '1600457867820',
    ],
    [
      'a quotation in a quotation',
      'x',
      { attachments: [html(reply('').replace('</blockquote>', `${reply('')}dybt</blockquote><p>Ja</p>`))] },
      'Ja',
      '1600457867820',
    ],
    [
      'a quotation that never ends',
      'x',
      { attachments: [html(reply('<p>Ja</p>').replace('</blockquote>', ''))] },
      'Må de bygge?\nJa',
      '1600457867820',
    ],
    [
      'a reference',
      'Ja, fra mandag',
      { attachments: [{ contentType: 'messageReference', id: '42', content: '{"messageId":"42"}' }] },
      'Ja, fra mandag',
      '42',
    ],
    [
      'a citation of one’s own',
      'Hun skrev: nej',
      { attachments: [html('<p>Hun skrev:</p><blockquote>nej</blockquote>')] },
      'Hun skrev: nej',
      undefined,
    ],
  ];
  for (const [name, text, overrides, words, answers] of quoted) {
    it(`${name}`, () => {
      const { text: own, inReplyTo } = read(text, overrides);
      assert.deepEqual([own, inReplyTo], [words, answers]);
    });
  }

  it('keeps the lines of a list, the cells of a table and emoji, which the plain text may lack', () => {
    const list = '<p>Vi har:</p><ol><li>én</li><li><p>to</p></li></ol><p>Hvad nu?</p>';
    assert.equal(read('Vi har: én to Hvad nu?', { attachments: [html(list)] }).text, 'Vi har:\nén\nto\nHvad nu?');
    const emoji = '<p>tak <img alt="🙂" itemtype="http://schema.skype.com/Emoji"></p>';
    assert.equal(read('tak', { attachments: [html(emoji)] }).text, 'tak 🙂');
    assert.equal(read('', { attachments: [html('<p>hej</p>')] }).text, 'hej');
    assert.equal(read('R&amp;D', { attachments: [html('<p>R&amp;D</p>')] }).text, 'R&D');
  });

  it('names a colleague of two words once, and never itself', () => {
    const karen = { mentioned: { id: '29:karen', name: 'Karen Skov' }, type: 'mention' };
    const entities = [
      { mentioned: BOT, text: '<at>Sammen</at>', type: 'mention' },
      { ...karen, text: '<at>Karen</at>' },
      { ...karen, text: '<at>Skov</at>' },
    ];
    assert.equal(
      read('<at>Sammen</at> spørg <at>Karen</at>&nbsp;<at>Skov</at>', { entities }).text,
      'spørg Karen Skov',
    );
    const span = (id: number, name: string) =>
      `<span itemscope itemtype="http://schema.skype.com/Mention" itemid="${id}">${name}</span>`;
    const spans = `<p>${span(0, 'Sammen')} spørg ${span(1, 'Karen')}&nbsp;${span(2, 'Skov')}</p><ul><li>nu</li></ul>`;
    assert.equal(read('x', { entities, attachments: [html(spans)] }).text, 'spørg Karen Skov\nnu');
    const ats = '<p><at id="0">Sammen</at> spørg <at id="1">Karen Skov</at></p><ul><li>nu</li></ul>';
    assert.equal(read('x', { entities, attachments: [html(ats)] }).text, 'spørg Karen Skov\nnu');
    const unnumbered = '<p><at>Sammen</at> spørg <at>Teknik</at></p><ul><li>nu</li></ul>';
    assert.equal(read('x', { entities, attachments: [html(unnumbered)] }).text, 'spørg Teknik\nnu');
  });

  it('answers nothing from a channel, where none of its cards are', () => {
    const body = aMention(anna, URL, '<quoted messageId="17"/> hjælp');
    const { text, inReplyTo } = wordsIn(readActivity(body) ?? assert.fail());
    assert.deepEqual([text, inReplyTo], ['hjælp', undefined]);
  });

  describe('knows what it cannot take', () => {
    const FILE = 'application/vnd.microsoft.teams.file.download.info';
    const type = (contentType: string) => ({ attachments: [{ contentType, contentUrl: 'https://x.example/1' }] });
    const brought: [string, string, object, boolean][] = [
      ['a file', 'Se her', type(FILE), true],
      ['a picture', '', type('image/png'), true],
      ['a picture in the text', '', { attachments: [html('<p><img src="https://x.example/1" alt="foto"></p>')] }, true],
      ['a GIF', '', { attachments: [html('<img alt="Ja (GIF)" itemtype="http://schema.skype.com/Giphy">')] }, true],
      ['a Loop component', '', type('application/vnd.microsoft.card.fluidEmbedCard'), true],
      ['a voice message', '', { attachments: [html('<p><audio src="x"></audio></p>')] }, true],
      ['a contact card', '', type('application/vnd.microsoft.card.adaptive'), true],
      [
        'a forwarded message',
        'x',
        { attachments: [html(`<blockquote itemtype="http://schema.skype.com/Forward"><p>x</p></blockquote>`)] },
        true,
      ],
      ['the preview of a link', 'Se https://kommune.dk', type('application/vnd.microsoft.card.thumbnail'), false],
      ['an emoji', '', { attachments: [html('<img alt="🙂" itemtype="http://schema.skype.com/Emoji">')] }, false],
      ['a quotation', 'Ja', { attachments: [html(reply('<p>Ja</p>'))] }, false],
      ['formatted text', 'Ja', { attachments: [html('<p><b>Ja</b></p>')] }, false],
      ['attachments of no kind', 'Ja', { attachments: [null, 7, {}, { contentType: 7 }, [[]]] }, false],
      ['no list at all', 'Ja', { attachments: 'x' }, false],
    ];
    for (const [name, text, overrides, more] of brought) it(name, () => assert.equal(read(text, overrides).more, more));
  });

  it('reads hostile text and HTML in linear time', () => {
    // A pattern that backtracks on these would exceed the test's timeout.
    const n = 40_000;
    const pieces = [
      '<quoted ',
      '<quoted>',
      '</quoted>',
      '<quoted/>',
      '<quoted><quoted></quoted>',
      '<blockquote>',
      '</blockquote>',
    ];
    for (const piece of [
      ...pieces,
      '<blockquote itemtype="http://schema.skype.com/Reply">',
      '<span id="1">',
      '<at id="',
      '<img alt="',
    ])
      read(piece.repeat(n), { attachments: [html(piece.repeat(n / 10) + reply('') + piece.repeat(n / 10))] });
  });
});
