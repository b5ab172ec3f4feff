import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Notice } from '../../bot/notices.ts';
import { LANGUAGES } from '../../bot/words.ts';
import { menuValue } from '../../cards/block-kit/ids.ts';
import { TIGHTNESS, TooLongForSlack } from '../../cards/block-kit/limits.ts';
import { renderSlackHome, renderSlackMessage, renderSlackModal, SLACK_LIMITS } from '../../cards/block-kit.ts';
import { MAX_IN_FRONT } from '../../cards/in-front.ts';
import type { Action, Card, Form, Input, Node, Press } from '../../cards/model.ts';
import { TEXTS } from '../../cards/texts/texts.ts';
import { faultsOfMessage, faultsOfView } from '../support/assertions/check-blocks.ts';
import { EXAMPLES } from './examples.ts';
import { cards, ofType } from './support.ts';

/** Tests every Slack limit at its maximum and one above. */

const card = (over: Partial<Card> = {}): Card => ({ title: 'Titel', tone: 'plain', body: [], actions: [], ...over });
const press = (over: Partial<Press> = {}): Press => ({
  kind: 'press',
  verb: 'close-case',
  label: 'Luk',
  data: {},
  weight: 'normal',
  ...over,
});
const form = (over: Partial<Form> = {}): Form => ({
  kind: 'form',
  verb: 'reply',
  label: 'Skriv',
  send: 'Send',
  data: { case: 'a' },
  weight: 'normal',
  inputs: [],
  ...over,
});
const text = (over: Partial<Extract<Input, { kind: 'text' }>> = {}): Input => ({
  kind: 'text',
  field: 'text',
  label: 'Tekst',
  required: true,
  multiline: true,
  maxLength: 5000,
  ...over,
});
const choice = (options: { value: string; label: string }[]): Input => ({
  kind: 'choice',
  field: 'person',
  label: 'Hvem',
  options,
  required: true,
});
const body = (length: number): Node => ({ kind: 'text', style: 'body', text: 'a'.repeat(length) });
const quote = (length: number): Node => ({ kind: 'quote', who: 'Jonas', when: '', text: 'a'.repeat(length) });

const message = (over: Partial<Card>) => renderSlackMessage(card(over), 'da');
const modal = (over: Partial<Form>) => renderSlackModal(card(), form(over), 'da', '');
const textsOf = (json: unknown, type: string) => ofType(json, type).map(({ text: said }) => String(said));

/** Asserts that the maximum stays whole, and that one more is truncated to the maximum with an ellipsis. */
const clamps = (most: number, mark: RegExp, shown: (length: number) => string | undefined) => {
  assert.equal(shown(most), 'a'.repeat(most));
  const over = String(shown(most + 1));
  assert.equal(over.length, most);
  assert.match(over, mark);
};
const SHORTENED = /^a+… \(forkortet\)$/u;
const DOTS = /^a+…$/u;

describe('the limits of Slack', () => {
  it('keep a title, a kicker and a name of 150 characters whole', () => {
    const most = SLACK_LIMITS.header;
    clamps(most, SHORTENED, (length) => textsOf(message({ title: 'a'.repeat(length) }).blocks[0], 'plain_text')[0]);
    clamps(most, SHORTENED, (length) => textsOf(message({ kicker: 'a'.repeat(length) }).blocks[0], 'plain_text')[0]);
    clamps(
      most,
      SHORTENED,
      (length) =>
        textsOf(
          message({ body: [{ kind: 'quote', who: 'a'.repeat(length), when: '', text: 'x' }] }).blocks[1],
          'text',
        )[0],
    );
  });

  it('keep a subtle line of 2,000 characters whole', () => {
    clamps(
      SLACK_LIMITS.context,
      SHORTENED,
      (length) =>
        textsOf(
          message({ body: [{ kind: 'text', style: 'subtle', text: 'a'.repeat(length) }] }).blocks[1],
          'plain_text',
        )[0],
    );
  });

  it('continue rich text over 3,000 characters in the next element instead of truncating it', () => {
    const lengths = (length: number) => textsOf(message({ body: [quote(length)] }).blocks, 'text').slice(1);
    const most = SLACK_LIMITS.text;
    assert.deepEqual(
      lengths(most).map((said) => said.length),
      [most],
    );
    assert.deepEqual(
      lengths(most + 1).map((said) => said.length),
      [most, 1],
    );
  });

  it('keep a button of 75 characters and its data of 2,000 whole, and refuse longer data', () => {
    clamps(
      SLACK_LIMITS.button,
      DOTS,
      (length) =>
        textsOf(ofType(message({ actions: [press({ label: 'a'.repeat(length) })] }).blocks, 'button'), 'plain_text')[0],
    );
    const withData = (length: number) =>
      message({ actions: [press({ data: { c: 'a'.repeat(length - '{"c":""}'.length) } })] });
    const [button] = ofType(withData(SLACK_LIMITS.buttonValue).blocks, 'button');
    assert.equal(String(button?.value).length, SLACK_LIMITS.buttonValue);
    assert.throws(() => withData(SLACK_LIMITS.buttonValue + 1), TooLongForSlack);
  });

  it('keep a confirmation question of 100 characters whole', () => {
    // Only the App Home draws what cannot be undone as a button.
    const confirmOf = (label: string) => {
      const home = renderSlackHome([card({ actions: [press({ weight: 'danger', label })] })], 'da');
      return ofType(home, 'button')[0]?.confirm as Record<string, { text: string }>;
    };
    clamps(SLACK_LIMITS.confirmTitle, DOTS, (length) => confirmOf('a'.repeat(length)).title?.text);
    const { text: asked, confirm, deny } = confirmOf('Luk');
    assert.ok(String(asked?.text).length <= SLACK_LIMITS.confirmText);
    assert.ok(String(confirm?.text).length <= SLACK_LIMITS.confirmButton);
    assert.ok(String(deny?.text).length <= SLACK_LIMITS.confirmButton);
  });

  it('put three buttons in front, and five lines in each "…" menu', () => {
    const row = (count: number) =>
      ofType(message({ actions: Array.from({ length: count }, () => press()) }).blocks, 'actions').flatMap(
        ({ elements }) => (elements as { type: string; options?: unknown[] }[]).map(({ options }) => options?.length),
      );
    const front: (number | undefined)[] = Array(MAX_IN_FRONT).fill(undefined);
    assert.deepEqual(row(MAX_IN_FRONT), front);
    assert.deepEqual(row(MAX_IN_FRONT + 1), [...front, 1]);
    assert.deepEqual(row(MAX_IN_FRONT + SLACK_LIMITS.menu), [...front, 5]);
    const tooMany = Array.from({ length: MAX_IN_FRONT + SLACK_LIMITS.menu + 1 }, () => press());
    assert.deepEqual(row(tooMany.length), [...front, 5]);
    const further = message({ actions: tooMany }).blocks.at(-1);
    assert.ok(further?.type === 'section' && further.accessory.type === 'overflow', 'a menu with a line of its own');
    assert.equal(further.text.text, TEXTS.da.blocks.moreChoices);
    assert.equal(further.accessory.options.length, 1);
  });

  it('show data that is too long for a line of a menu as a button', () => {
    const kinds = (length: number) =>
      ofType(message({ actions: [press({ weight: 'more', data: { c: 'a'.repeat(length) } })] }).blocks, 'actions')
        .flatMap(({ elements }) => elements as { type: string }[])
        .map(({ type }) => type);
    const room = SLACK_LIMITS.optionValue - menuValue(press({ weight: 'more', data: { c: '' } })).length;
    assert.deepEqual([kinds(room), kinds(room + 1)], [['overflow'], ['button']]);
  });

  it('keep a modal’s title and button of 24 characters whole, and repeat a longer title below', () => {
    clamps(SLACK_LIMITS.modalTitle, DOTS, (length) => modal({ label: 'a'.repeat(length) }).title.text);
    clamps(SLACK_LIMITS.modalButton, DOTS, (length) => modal({ send: 'a'.repeat(length) }).submit.text);
    const headers = (length: number) => textsOf(ofType(modal({ label: 'a'.repeat(length) }), 'header'), 'plain_text');
    assert.deepEqual(headers(24), []);
    assert.deepEqual(headers(25), ['a'.repeat(25)]);
  });

  it('accept 3,000 characters of private metadata and refuse one more', () => {
    const most = SLACK_LIMITS.privateMetadata;
    assert.equal(renderSlackModal(card(), form(), 'da', 'a'.repeat(most)).private_metadata.length, most);
    assert.throws(() => renderSlackModal(card(), form(), 'da', 'a'.repeat(most + 1)), TooLongForSlack);
  });

  it('keep a label and a hint of 2,000 characters whole', () => {
    const shown = (over: Partial<Extract<Input, { kind: 'text' }>>) =>
      ofType(modal({ inputs: [text(over)] }), 'input')[0];
    const said = (found: unknown) => textsOf(found, 'plain_text')[0];
    clamps(SLACK_LIMITS.inputLabel, SHORTENED, (length) => said(shown({ label: 'a'.repeat(length) })?.label));
    clamps(SLACK_LIMITS.inputHint, SHORTENED, (length) => said(shown({ hint: 'a'.repeat(length) })?.hint));
  });

  it('put a text of 3,000 characters into one field and a longer one into two', () => {
    const filled = (length: number) =>
      ofType(modal({ inputs: [text({ value: 'a'.repeat(length) })] }), 'plain_text_input').map(
        ({ action_id, initial_value }) => [action_id, String(initial_value).length],
      );
    assert.deepEqual(filled(3000), [['reply.text', 3000]]);
    assert.deepEqual(filled(3001), [
      ['reply.text', 3000],
      ['reply.text:2', 1],
    ]);
    const most = (wanted: number) =>
      ofType(modal({ inputs: [text({ maxLength: wanted })] }), 'plain_text_input')[0]?.max_length;
    assert.equal(most(2999), 2999);
    assert.equal(most(3001), 3000);
  });

  it('put a hundred options in one list and more in groups, and lose none', () => {
    const of = (count: number) => {
      const options = Array.from({ length: count }, (_, at) => ({ value: `p${at}`, label: `Navn ${at}` }));
      const view = modal({ inputs: [choice(options)] });
      assert.deepEqual(faultsOfView(view), []);
      const [select] = ofType(view, 'static_select');
      return select as { options?: unknown[]; option_groups?: { label: { text: string }; options: unknown[] }[] };
    };
    assert.equal(of(SLACK_LIMITS.options).options?.length, SLACK_LIMITS.options);
    const groups = of(SLACK_LIMITS.options + 1).option_groups ?? [];
    assert.deepEqual(
      groups.map((group) => [group.label.text, group.options.length]),
      [
        ['Navn 0 – Navn 99', 100],
        ['Navn 100 – Navn 100', 1],
      ],
    );
    const full = SLACK_LIMITS.options * SLACK_LIMITS.optionGroups;
    const many = (count: number) => modal({ inputs: [choice(Array(count).fill({ value: 'p', label: 'N' }))] });
    assert.equal(JSON.stringify(many(full)).split('"value":"p"').length - 1, full);
    assert.throws(() => many(full + 1), TooLongForSlack);
  });

  it('keep an option of 75 characters and its value of 150 whole, and refuse a longer value', () => {
    const option = (value: string, label: string) =>
      ofType(modal({ inputs: [choice([{ value, label }])] }), 'static_select')[0];
    const first = (found: unknown) => textsOf(found, 'plain_text')[0];
    clamps(SLACK_LIMITS.optionText, DOTS, (length) => first(option('v', 'a'.repeat(length))));
    const most = SLACK_LIMITS.optionValue;
    assert.ok(JSON.stringify(option('a'.repeat(most), 'x')).includes('a'.repeat(most)));
    assert.throws(() => option('a'.repeat(most + 1), 'x'), TooLongForSlack);
  });

  it('link a URL of 3,000 characters and show a longer one as text', () => {
    const types = (length: number) => {
      const url = `https://example.dk/${'a'.repeat(length - 'https://example.dk/'.length)}`;
      const { blocks } = message({ body: [{ kind: 'link', link: { label: 'Side', url } }] });
      return [ofType(blocks, 'link').length, textsOf(blocks, 'text').at(-1)?.slice(-12)];
    };
    assert.deepEqual(types(SLACK_LIMITS.url), [1, undefined]);
    assert.deepEqual(types(SLACK_LIMITS.url + 1), [0, '… (forkortet)'.slice(-12)]);
  });

  it('keep `text` of 4,000 characters whole, counted after escaping, and never cut inside an escape', () => {
    const most = SLACK_LIMITS.fallbackText;
    const said = (title: string) => message({ title }).text;
    const before = said('b').length - 1;
    assert.equal(said('b'.repeat(most - before)).length, most);
    assert.match(said('b'.repeat(most - before)), /b$/u);
    const over = said('b'.repeat(most - before + 1));
    assert.equal(over.length, most);
    assert.match(over, /b… \(forkortet\)$/u);
    const escaped = said('<'.repeat(1001));
    assert.ok(escaped.length <= most && escaped.length > most - 4);
    assert.match(escaped, /(?:&lt;)+… \(forkortet\)$/u);
  });

  it('keep a message of 12,000 characters whole and shorten a longer one', () => {
    const [, tighter] = TIGHTNESS;
    const filler = press({ verb: 'thank', data: { c: 'a'.repeat(1000) } });
    const of = (data: number) =>
      message({
        body: [quote(3800), quote(3900), body(1400)],
        actions: [filler, filler, press({ data: { c: 'a'.repeat(data) } })],
      });
    const size = (found: ReturnType<typeof message>) => found.text.length + JSON.stringify(found.blocks).length;
    const exact = SLACK_LIMITS.message - size(of(0));
    assert.ok(exact > 0 && exact < SLACK_LIMITS.buttonValue - 10, String(exact));
    const full = of(exact);
    assert.equal(size(full), SLACK_LIMITS.message);
    assert.doesNotMatch(JSON.stringify(full), /forkortet/u);
    const over = of(exact + 1);
    assert.match(JSON.stringify(over), new RegExp(`a{${tighter.quote - 15}}.*forkortet`, 'u'));
    assert.deepEqual([faultsOfMessage(full), faultsOfMessage(over)], [[], []]);
  });

  it('show 50 blocks, and the newest 50 of more', () => {
    const of = (count: number) => message({ body: Array.from({ length: count - 1 }, (_, at) => body(at + 1)) }).blocks;
    assert.equal(of(50).length, SLACK_LIMITS.messageBlocks);
    assert.deepEqual(textsOf(of(50)[1], 'text'), ['a']);
    assert.equal(of(51).length, SLACK_LIMITS.messageBlocks);
    assert.deepEqual(textsOf(of(51)[1], 'plain_text'), ['… og 2 til']);
    assert.deepEqual(textsOf(of(51).at(-1), 'text'), ['a'.repeat(50)]);
  });

  it('refuse a card whose buttons alone are too many, instead of dropping one', () => {
    const actions: Action[] = Array.from({ length: 8 }, () => press({ data: { c: 'a'.repeat(1900) } }));
    assert.throws(() => message({ actions }), TooLongForSlack);
  });

  it('show 100 blocks in the App Home, and say how many cards are omitted', () => {
    // A header, a divider between two cards, and lines up to the limit.
    const one = (lines: number) => card({ body: Array.from({ length: lines }, () => body(1)) });
    const fits = renderSlackHome([one(48), one(49)], 'da');
    assert.equal(fits.blocks.length, SLACK_LIMITS.homeBlocks);
    const over = renderSlackHome([one(49), one(49)], 'da');
    assert.equal(over.blocks.length, 52);
    assert.deepEqual(textsOf(over.blocks.at(-1), 'plain_text'), ['… og 1 til']);
    const heavy = card({ body: Array.from({ length: 30 }, () => quote(4000)) });
    const home = renderSlackHome(Array(4).fill(heavy), 'da');
    assert.ok(Buffer.byteLength(JSON.stringify(home)) <= SLACK_LIMITS.view);
    assert.ok(ofType(home.blocks, 'header').length === 4);
  });

  it('refuse a modal of more than 100 blocks, instead of dropping a field', () => {
    const fields = (count: number) => Array.from({ length: count }, (_, at) => text({ field: `f${at}` }));
    assert.equal(modal({ inputs: fields(SLACK_LIMITS.modalBlocks - 1) }).blocks.length, SLACK_LIMITS.modalBlocks);
    assert.throws(() => modal({ inputs: fields(SLACK_LIMITS.modalBlocks) }), TooLongForSlack);
  });

  it('hold for every example with texts of maximum length, whatever their characters', () => {
    const names = Object.keys(EXAMPLES);
    const letters = fc.constantFrom(
      'ord ',
      '🙂',
      '"\\',
      'a\n',
      '漢',
      '&<>',
      '*_~`',
      'Ø',
      '<!channel> ',
      '\u0000',
      ':tada:',
    );
    const lengths = fc.constantFrom(1, 24, 75, 150, 1000, 4000);
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.constantFrom(...LANGUAGES),
        letters,
        lengths,
        (name, language, letter, length) => {
          const long = letter.repeat(Math.ceil(length / letter.length)).slice(0, length);
          const drawn = cards.card(stretched(EXAMPLES[name], long), language);
          assert.deepEqual(faultsOfMessage(renderSlackMessage(drawn, language)), [], name);
          for (const action of drawn.actions) {
            if (action.kind !== 'form') continue;
            assert.deepEqual(faultsOfView(renderSlackModal(drawn, action, language, '')), [], `${name} ${action.verb}`);
          }
          assert.deepEqual(faultsOfView(renderSlackHome([drawn, drawn, drawn], language)), [], name);
        },
      ),
      { numRuns: 300 },
    );
  });
});

/** Lengthens texts and names; units are options, so they stay below the maximum of an option's value. */
const WORDS = ['text', 'ground', 'alternative', 'place', 'snippet', 'profession', 'name', 'agent', 'by', 'unit'];
const stretched = (notice: Notice | undefined, long: string): Notice =>
  JSON.parse(JSON.stringify(notice), (key, value: unknown) => {
    if (key === 'units' && Array.isArray(value))
      return Array.from({ length: 60 }, (_, at) => `${at} ${long.slice(0, 100)}`);
    // The speaker of a turn is not a text.
    if (value === 'you' || value === 'other') return value;
    if (WORDS.includes(key) && typeof value === 'string') return long;
    return typeof value === 'string' && /^\d{4}-.*Z$/u.test(value) ? new Date(value) : value;
  }) as Notice;
