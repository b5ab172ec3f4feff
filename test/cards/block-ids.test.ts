import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decodeAction } from '../../bot/conversation/decode-action.ts';
import {
  createNumbering,
  errorsOnFields,
  fieldId,
  formToOpen,
  readFieldId,
  readViewValues,
  verbOf,
} from '../../cards/block-kit/ids.ts';
import { TooLongForSlack } from '../../cards/block-kit/limits.ts';
import { renderSlackMessage, renderSlackModal, type SlackBlock } from '../../cards/block-kit.ts';
import { fieldsOf } from '../../cards/fields.ts';
import { withTyped } from '../../cards/find-colleague.ts';
import type { Action, Card, Form, Input } from '../../cards/model.ts';
import { mask } from '../support/fixtures/builders.ts';
import { READING } from '../support/fixtures/reading.ts';
import { drawAll, shownFieldsOf, windowsOf } from './support.ts';

const isForm = (action: Action): action is Form => action.kind === 'form';
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** The `state.values` that Slack sends when nobody changes the fields. */
const stateOf = (blocks: SlackBlock[]): Record<string, unknown> =>
  Object.fromEntries(
    blocks.flatMap((block) => {
      if (block.type !== 'input') return [];
      const { element } = block;
      const read = () => {
        switch (element.type) {
          case 'plain_text_input':
            return { value: element.initial_value ?? null };
          case 'static_select':
            return { selected_option: element.initial_option ?? null };
          case 'external_select':
            return { selected_option: null };
          case 'multi_static_select':
          case 'checkboxes':
            return { selected_options: element.initial_options ?? [] };
          case 'datepicker':
            return { selected_date: element.initial_date ?? null };
          case 'timepicker':
            return { selected_time: element.initial_time ?? null };
        }
      };
      return [[block.block_id, { [element.action_id]: { type: element.type, ...read() } }]];
    }),
  );

const asSent = (input: Input): unknown => {
  switch (input.kind) {
    case 'choices':
      return input.options.map(({ value }) => value).filter((value) => input.values.includes(value));
    case 'toggle':
      return input.value ? 'yes' : 'no';
    case 'colleague':
      return '';
    default:
      return input.value ?? '';
  }
};

const form = (inputs: Input[]): Form => ({
  kind: 'form',
  verb: 'reply',
  label: 'Skriv',
  send: 'Send',
  data: { case: 'a', rev: 1 },
  weight: 'normal',
  inputs,
});
const card = (actions: Action[]): Card => ({ title: 'Titel', tone: 'plain', body: [], actions });
const text = (field: string, value?: string): Input => ({
  kind: 'text',
  field,
  label: 'Tekst',
  required: true,
  multiline: true,
  maxLength: 4000,
  ...(value === undefined ? {} : { value }),
});
const readBack = (value: string): unknown => {
  const asked = form([text('text', value)]);
  return readViewValues(stateOf(renderSlackModal(card([asked]), asked, 'da', '').blocks))['reply.text'];
};

describe('the names of fields', () => {
  it('decode to what was encoded', () => {
    for (const { card: drawn } of drawAll()) {
      for (const asked of drawn.actions.filter(isForm)) {
        const { verb } = asked;
        for (const { field } of fieldsOf(asked)) {
          assert.deepEqual(readFieldId(fieldId(verb, field)), { verb, field, part: 1 });
          assert.deepEqual(readFieldId(fieldId(verb, field, 2)), { verb, field, part: 2 });
        }
      }
    }
  });

  it('are not decoded from anything else', () => {
    for (const id of [
      '',
      'reply',
      'reply.',
      '.text',
      'reply.text:1',
      'reply.text:x',
      'reply.text:10',
      'a.b.c',
      '__proto__',
    ]) {
      assert.equal(readFieldId(id), null, id);
    }
  });

  it('may have 255 characters, and are refused with one more', () => {
    assert.equal(fieldId('reply', 'x'.repeat(249)).length, 255);
    assert.throws(() => fieldId('reply', 'x'.repeat(250)), TooLongForSlack);
  });
});

describe('the names of buttons', () => {
  it('give back their verb', () => {
    const numbering = createNumbering();
    const ids = [numbering('reply'), numbering('show-case'), numbering('show-case'), numbering('reply')];
    assert.deepEqual(ids, ['reply', 'show-case', 'show-case:2', 'reply:2']);
    assert.deepEqual(ids.map(verbOf), ['reply', 'show-case', 'show-case', 'reply']);
  });
});

describe('the contents of the fields', () => {
  it('come back as filled in, for every form of every example', () => {
    for (const { name, language, card: drawn } of drawAll()) {
      for (const asked of drawn.actions.filter(isForm).flatMap(windowsOf)) {
        const read = readViewValues(stateOf(renderSlackModal(drawn, asked, language, '').blocks));
        const wanted = shownFieldsOf(asked)
          .flatMap(withTyped)
          .map((input) => [`${asked.verb}.${input.field}`, asSent(input)]);
        assert.deepEqual(read, Object.fromEntries(wanted), `${name} ${asked.verb}`);
      }
    }
  });

  it('come back from a message with open fields, and decode', () => {
    let decoded = 0;
    for (const { name, language, card: drawn } of drawAll()) {
      const open = drawn.actions.filter(isForm).find((one) => one.open === true);
      if (open === undefined) continue;
      const read = readViewValues(stateOf(renderSlackMessage(drawn, language).blocks));
      const { command } = decodeAction(open.verb, { ...open.data, ...read }, mask, READING);
      assert.equal(command.verb, open.verb, name);
      decoded += 1;
    }
    assert.ok(decoded > 10, String(decoded));
  });

  it('keep their length when they exceed one Slack field', () => {
    for (const long of ['ord '.repeat(1000), `${'a'.repeat(2999)} b`, '👍 '.repeat(1333), `${'linje\n'.repeat(600)}`]) {
      assert.equal(readBack(long), long);
    }
    assert.equal(readBack('a'.repeat(3000)), 'a'.repeat(3000));
    assert.equal(
      readBack(`${'a'.repeat(3000)}`.concat('b')),
      `${'a'.repeat(3000)} b`,
      'a word of 3,001 letters gets a space',
    );
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1, maxLength: 40 }), { maxLength: 400 }), (some) => {
        const said = some.map((word) => word.replace(/[^\p{L}\p{N}]/gu, 'x')).join(' ');
        assert.equal(readBack(said), said);
      }),
    );
  });

  it('keep words apart when a person deletes the space at the end of the first field', () => {
    const values = {
      'reply.text:2': { 'reply.text:2': { type: 'plain_text_input', value: 'Så siger jeg det her.' } },
      'reply.text': { 'reply.text': { type: 'plain_text_input', value: 'Først det der.' } },
    };
    assert.deepEqual(readViewValues(values), { 'reply.text': 'Først det der. Så siger jeg det her.' });
  });

  it('are empty when the state is not ours', () => {
    const field = { type: 'plain_text_input', value: 'x' };
    for (const values of [
      null,
      'x',
      [],
      7,
      { 'reply.text': null },
      { 'reply.text': { other: field } },
      { 'reply.text': { 'reply.text': { type: 'users_select', selected_user: 'U1' } } },
      { 'reply.text': { 'reply.text': { type: 'plain_text_input', value: { toString: 'x' } } } },
      { noField: { noField: field } },
      JSON.parse('{"__proto__": {"__proto__": {"type": "plain_text_input", "value": "x"}}}'),
    ]) {
      assert.deepEqual(readViewValues(values), {}, JSON.stringify(values));
    }
    fc.assert(fc.property(fc.jsonValue(), (value) => isObject(readViewValues(value))));
  });
});

describe('errors', () => {
  const asked = form([text('text'), text('place')]);

  it('appear at their field, or at the first when no field has that name', () => {
    assert.deepEqual(errorsOnFields(asked, { place: 'For langt.' }), { 'reply.place': 'For langt.' });
    assert.deepEqual(errorsOnFields(asked, { start: 'Vælg en dag.' }), { 'reply.text': 'Vælg en dag.' });
    assert.deepEqual(errorsOnFields(form([]), { start: 'Vælg en dag.' }), {});
  });
});

describe('the form whose modal a press opens', () => {
  const plain = form([text('text')]);
  const open: Form = { ...form([text('text')]), verb: 'ask-back', open: true };
  const actions: Action[] = [
    { kind: 'press', verb: 'close-case', label: 'Luk', data: { case: 'a', rev: 1 }, weight: 'more' },
    plain,
    open,
  ];

  it('is found by verb and data, whatever the revision', () => {
    assert.equal(formToOpen(actions, 'reply', { case: 'a', rev: 1 }, {}), plain);
    assert.equal(formToOpen(actions, 'reply', { case: 'a', rev: 9 }, undefined), plain);
    assert.equal(formToOpen(actions, 'reply', { case: 'b', rev: 1 }, {}), null);
    assert.equal(formToOpen(actions, 'close-case', { case: 'a', rev: 1 }, {}), null);
    assert.equal(formToOpen(actions, 'thank', { case: 'a', rev: 1 }, {}), null);
  });

  it('is absent when its fields are open in the message, and present when they are folded', () => {
    const values = stateOf(renderSlackMessage(card(actions), 'da').blocks);
    assert.deepEqual(Object.keys(values), ['ask-back.text']);
    assert.equal(formToOpen(actions, 'ask-back', { case: 'a', rev: 1 }, values), null);
    assert.equal(formToOpen(actions, 'reply', { case: 'a', rev: 1 }, values), plain);
    assert.equal(formToOpen(actions, 'ask-back', { case: 'a', rev: 1 }, {}), open);
  });
});
