import assert from 'node:assert/strict';
import type { TurnView } from '../../bot/cases/said-views.ts';
import type { CaseView } from '../../bot/cases/view-types.ts';
import type { Notice } from '../../bot/notices.ts';
import { ADAPTIVE_LIMITS, TIGHTNESS } from '../../cards/adaptive/limits.ts';
import { bytesOf, renderAdaptiveCard } from '../../cards/adaptive.ts';
import type { Card } from '../../cards/model.ts';
import { renderPlainText } from '../../cards/plain-text.ts';
import { masked } from '../support/fixtures/builders.ts';
import { EXAMPLES } from './examples.ts';
import { cards, ofType, viewOf, visibleStrings } from './support.ts';

const HOSTILE = [
  '<script>alert(1)</script><b>fed</b>',
  '<at>everyone</at>',
  '[klik her](https://ond.example/)',
  '**fed** _kursiv_ # Overskrift',
  '{{DATE(2026-11-24T09:12:00Z,SHORT)}}',
  'مرحبا بالعالم',
  '👩‍👩‍👧‍👦',
];

const caseOf = (view: CaseView): Notice => ({ kind: 'case', why: 'changed', view, settled: false });
const drawn = (notice: Notice) => renderAdaptiveCard(cards.card(notice, 'da'), 'da');

const cardWith = (text: string): Card => ({
  title: 'Titel',
  tone: 'plain',
  body: [{ kind: 'quote', who: 'Jonas Holm', when: 'tirsdag d. 24. november kl. 10', text }],
  actions: [],
});
const quoteTexts = (json: unknown): string[] =>
  ofType(json, 'TextRun')
    .map(({ text }) => String(text))
    .slice(2);

describe('what people write', () => {
  const view = viewOf('agent-active-replied', 'agent');
  const turns: TurnView[] = [{ ...(view.turns[1] as TurnView), text: masked(HOSTILE.join('\n')) }];

  it('stays exactly as typed, where Teams reads no Markdown', () => {
    const json = drawn(caseOf({ ...view, turns }));
    const runs = quoteTexts(json).map((text) => text.replaceAll('\u2060', ''));
    for (const line of HOSTILE) assert.ok(runs.includes(line), line);
    for (const { text } of ofType(json, 'TextBlock')) assert.ok(!/klik her|everyone|fed/u.test(String(text)));
    assert.equal(ofType(json, 'FactSet').length, 0);
  });

  it('mentions nobody and calls no function', () => {
    const json = drawn(caseOf({ ...view, turns }));
    assert.equal('msteams' in json, false);
    assert.ok(!JSON.stringify(json).includes('{{'));
  });

  it('cannot turn a name in a title into a link or a mention', () => {
    const asker = { as: 'named', name: '[Mette](https://ond.example/) <at>alle</at>', unit: '**Vej**' } as const;
    const json = drawn(caseOf({ ...viewOf('offered', 'offered'), asker }));
    const [title] = ofType(json, 'TextBlock');
    assert.ok(!/\]\(|<at>|<\/at>/u.test(String(title?.text)));
    assert.match(String(title?.text), /Mette/u);
  });

  it('loses characters that reverse the text direction, and keeps its letters', () => {
    const json = renderAdaptiveCard(cardWith('\u202Eabc\u2066\u0000\u0007\u200Fمرحبا\ud800'), 'da');
    assert.deepEqual(quoteTexts(json), ['abc\u200Fمرحبا\ufffd']);
    assert.equal(
      renderPlainText(cardWith('a\u202Eb\u0000\r\nc'), 'da'),
      'Titel\n\nJonas Holm, tirsdag d. 24. november kl. 10:\nab\nc',
    );
  });

  it('keeps its lines and paragraphs', () => {
    const json = renderAdaptiveCard(cardWith('et\nto\n\n\ntre'), 'da');
    assert.deepEqual(quoteTexts(json), ['et', 'to', 'tre']);
  });
});

describe('limits', () => {
  const [widest] = TIGHTNESS;
  const room = (text: string) => quoteTexts(renderAdaptiveCard(cardWith(text), 'da')).join('');

  it('keep a quote of maximum length whole, and truncate one more with an ellipsis', () => {
    assert.equal(room('a'.repeat(widest.quote)), 'a'.repeat(widest.quote));
    const over = room('a'.repeat(widest.quote + 1));
    assert.equal(over.length, widest.quote);
    assert.match(over, /a… \(forkortet\)$/u);
  });

  it('keep a title and a button of maximum length whole, and truncate one more', () => {
    const titled = (length: number) => {
      const json = renderAdaptiveCard(
        {
          title: 'T'.repeat(length),
          tone: 'plain',
          body: [],
          actions: [{ kind: 'press', verb: 'close-case', label: 'L'.repeat(length), data: {}, weight: 'normal' }],
        },
        'da',
      );
      return [String(ofType(json, 'TextBlock')[0]?.text), String(ofType(json, 'Action.Execute')[0]?.title)] as const;
    };
    assert.equal(titled(ADAPTIVE_LIMITS.title)[0], 'T'.repeat(ADAPTIVE_LIMITS.title));
    assert.match(titled(ADAPTIVE_LIMITS.title + 1)[0], /^T+… \(forkortet\)$/u);
    assert.equal(titled(ADAPTIVE_LIMITS.label)[1], 'L'.repeat(ADAPTIVE_LIMITS.label));
    assert.equal(titled(ADAPTIVE_LIMITS.label + 1)[1], `${'L'.repeat(ADAPTIVE_LIMITS.label - 1)}…`);
  });

  it('never cut inside a character', () => {
    for (let length = widest.quote - 20; length < widest.quote + 20; length += 1) {
      assert.doesNotMatch(room(`${'a'.repeat(length)}👍👍👍👍👍👍👍👍👍👍👍👍`), /\p{Surrogate}/u);
    }
  });

  it('shorten the texts of a card step by step until it fits, keeping the newest', () => {
    const view = viewOf('asker-active-replied', 'asker');
    const [turn] = view.turns;
    assert.ok(turn);
    for (const count of [1, 4, 10, 40, 41, 300]) {
      for (const text of [
        'ord '.repeat(1000),
        '漢'.repeat(4000),
        '👍'.repeat(2000),
        '"\\'.repeat(2000),
        'a\n'.repeat(2000),
      ]) {
        const turns = Array.from({ length: count }, (_, at) => ({ ...turn, text: masked(`${at} ${text}`) }));
        const json = drawn(caseOf({ ...view, text: masked(text), turns, agent: 'Ø'.repeat(300) }));
        assert.ok(bytesOf(json) <= ADAPTIVE_LIMITS.bytes, `${count} of ${text.slice(0, 3)}: ${bytesOf(json)}`);
        assert.ok(
          visibleStrings(json).some((seen) => seen.startsWith(String(count - 1))),
          'the newest words are there',
        );
      }
    }
  });

  it('drop a calendar link together with its words', () => {
    const view = viewOf('asker-active-talk', 'asker');
    const turns = Array.from({ length: widest.quotes + 3 }, () => view.turns).flat();
    const json = drawn(caseOf({ ...view, turns }));
    assert.equal(
      ofType(json, 'Action.OpenUrl').length,
      ofType(json, 'Container').filter(({ style }) => style === 'emphasis').length,
    );
    assert.ok(visibleStrings(json).some((seen) => /^… og \d+ til$/u.test(seen)));
  });

  it('shorten long lists and say how many entries are missing', () => {
    const agents = Array.from({ length: 500 }, (_, at) => ({
      name: `Navn ${at}`,
      unit: 'Afdeling',
      principles: [],
      topics: [],
      free: true,
      unreachable: false,
    }));
    const json = drawn({ kind: 'agents', agents });
    assert.ok(bytesOf(json) <= ADAPTIVE_LIMITS.bytes);
    assert.ok(visibleStrings(json).includes(`… og ${500 - widest.items} til`));
  });

  it('hold for every example with texts of maximum length', () => {
    const long = '🙂å"'.repeat(1000);
    for (const [name, notice] of Object.entries(EXAMPLES)) {
      if (notice.kind !== 'case' && notice.kind !== 'draft') continue;
      const stretched = JSON.parse(JSON.stringify(notice), (key, value: unknown) => {
        if (key === 'text' || key === 'ground' || key === 'alternative') return value === null ? null : long;
        return /^\d{4}-.*Z$/u.test(String(value)) ? new Date(String(value)) : value;
      }) as Notice;
      assert.ok(bytesOf(drawn(stretched)) <= ADAPTIVE_LIMITS.bytes, `${name}: ${bytesOf(drawn(stretched))}`);
    }
  });
});
