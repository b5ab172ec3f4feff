import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { z } from 'zod';
import {
  id,
  isoDate,
  isoTime,
  minutes,
  moment,
  nudge,
  optional,
  person,
  personChoice,
  personChoices,
  searchWords,
  typedPhone,
} from '../../bot/card-fields.ts';
import { verbs } from '../../bot/command-of.ts';
import { ACTIONS } from '../../bot/commands.ts';
import { fingerprint } from '../../bot/fingerprint.ts';
import {
  freeText,
  type Measured,
  masked as maskedFields,
  measured,
  requiredText,
} from '../../bot/privacy/free-text.ts';
import type { Masked } from '../../bot/privacy/mask.ts';
import { Refusal } from '../../bot/refusal.ts';
import { mask, masked, words } from '../support/fixtures/builders.ts';
import { FIELDS, FREE_TEXTS, writtenIn } from '../support/fixtures/free-texts.ts';

const NUMBERS = ['010190-1234', 'mette@eksempel.dk', '28 91 77 03'];
const SENTENCE = `Ring til ${NUMBERS.join(' eller ')}.`;
const MASKED = 'Ring til [cpr-nummer] eller [e-mail] eller [telefonnummer].';

/** Schemas of values that people declare, search for, or that are read as a day: never stored as prose. */
const DECLARED: readonly unknown[] = [
  id,
  nudge,
  person,
  searchWords,
  typedPhone,
  isoDate,
  isoTime,
  minutes,
  moment,
  personChoice,
  personChoices,
];

/** A schema and the schemas that it wraps. */
const layersOf = (schema: z.ZodType): z.ZodType[] => {
  const inner =
    schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault
      ? schema.unwrap()
      : schema instanceof z.ZodPipe
        ? schema.out
        : null;
  return inner instanceof z.ZodType ? [schema, ...layersOf(inner)] : [schema];
};

const refuses = (act: () => unknown, code: string) =>
  assert.throws(act, (error) => error instanceof Refusal && error.code === code, code);

type TableOf<Schema extends z.ZodType> = { verb: z.ZodObject<{ case: typeof id; field: Schema }> };
/** Whether a verb with a field of this schema compiles. */
type Compiles<Schema extends z.ZodType> =
  TableOf<Schema> extends Parameters<typeof verbs<TableOf<Schema>>>[0] ? true : false;

describe('free text', () => {
  it('compiles in a verb only when it is masked', () => {
    const proofs = {
      freeText: true satisfies Compiles<ReturnType<typeof freeText>>,
      requiredText: true satisfies Compiles<ReturnType<typeof requiredText>>,
      id: true satisfies Compiles<typeof id>,
      choice: true satisfies Compiles<z.ZodEnum<{ yes: 'yes'; no: 'no' }>>,
      string: false satisfies Compiles<z.ZodString>,
      date: false satisfies Compiles<z.ZodISODate>,
      optional: false satisfies Compiles<z.ZodOptional<z.ZodString>>,
      nullable: false satisfies Compiles<z.ZodNullable<z.ZodString>>,
      withDefault: false satisfies Compiles<z.ZodDefault<z.ZodString>>,
      union: false satisfies Compiles<z.ZodUnion<[z.ZodNumber, z.ZodString]>>,
      list: false satisfies Compiles<z.ZodArray<z.ZodString>>,
      object: false satisfies Compiles<z.ZodObject<{ text: z.ZodString }>>,
      record: false satisfies Compiles<z.ZodRecord<z.ZodString, z.ZodString>>,
      any: false satisfies Compiles<z.ZodAny>,
      unknown: false satisfies Compiles<z.ZodUnknown>,
    };
    assert.ok(Object.keys(proofs).length > 10);
  });

  it('can be stored in a document only after it is masked and measured', () => {
    type Takes<Text> = Text extends Masked ? true : false;
    type Command = { text: ReturnType<typeof words>; comment: ReturnType<typeof words> | undefined };
    const proofs = {
      string: false satisfies Takes<string>,
      unmeasured: false satisfies Takes<Command['text']>,
      measured: true satisfies Takes<Measured<Command>['text']>,
      leftOut: true satisfies Takes<Exclude<Measured<Command>['comment'], undefined>>,
    };
    assert.ok(proofs.measured);
  });

  it('is masked in every field of every verb, even when the field’s name is prefixed with the verb', () => {
    assert.ok(FREE_TEXTS.length >= 17, String(FREE_TEXTS.length));
    for (const text of FREE_TEXTS) {
      for (const key of [text.field, `${text.verb}.${text.field}`])
        assert.equal(writtenIn(text, `  ${SENTENCE}\n`, key)?.unmeasured, MASKED, `${text.verb} ${key}`);
    }
  });

  it('is the only kind of field that accepts a sentence, except declared values and search words', () => {
    for (const { verb, field, schema } of FIELDS) {
      if (!schema.safeParse(SENTENCE).success) continue;
      const isFree = FREE_TEXTS.some((text) => text.verb === verb && text.field === field);
      const isDeclared = layersOf(schema).some((layer) => DECLARED.includes(layer));
      assert.ok(isFree !== isDeclared, `${verb} ${field}`);
    }
  });

  it('is refused in every field when it is too long, but only once it is measured', () => {
    for (const text of FREE_TEXTS) {
      const long = writtenIn(text, 'et ord '.repeat(10_000));
      refuses(() => long?.measured(), 'too-long');
      refuses(() => measured({ [text.field]: long }), 'too-long');
    }
  });

  it('is measured after masking, without surrounding space', () => {
    const decoded = (text: string) => requiredText().parse(text).masked(mask);
    assert.equal(decoded(` ${'x'.repeat(4_000)} `).measured().length, 4_000);
    refuses(() => decoded('x'.repeat(4_001)).measured(), 'too-long');
    const shortened = `${'x'.repeat(3_980)} mette.hansen.nielsen@eksempel.dk`;
    assert.ok(shortened.length > 4_000 && decoded(shortened).measured().length < 4_000);
    refuses(() => freeText({ max: 3 }).parse('fire')?.masked(mask).measured(), 'too-long');
  });

  it('is reported as missing before another is reported as too long', () => {
    refuses(() => measured({ long: words('x'.repeat(4_001)), text: words('') }), 'empty-text');
    assert.deepEqual(measured({ text: words('Ja.'), more: undefined }), { text: masked('Ja.'), more: undefined });
  });

  it('is absent when left out, and empty when cleared', () => {
    const table = verbs({ verb: z.object({ text: freeText(), name: optional(freeText()) }) });
    const read = (data: object) =>
      Object.entries(table.verb.parse(data)).map(([name, text]) => [name, text?.masked(mask).measured()]);
    assert.deepEqual(read({}), []);
    assert.deepEqual(read({ text: ' ', name: 'Vej' }), [
      ['text', ''],
      ['name', 'Vej'],
    ]);
    assert.deepEqual(read({ text: null }), [['text', '']]);
  });

  it('cannot be read, stored or printed before it is masked', () => {
    const typed = ACTIONS.reply.parse({ case: 'c', text: SENTENCE });
    for (const shown of [
      JSON.stringify(typed),
      inspect(typed, { depth: 9, showHidden: true }),
      `${Object.values(typed)}`,
    ])
      for (const number of NUMBERS) assert.ok(!shown.includes(number), shown);
  });

  it('has the same fingerprint for the same words, and another for other words', () => {
    assert.equal(fingerprint({ text: words('Ja.') }), fingerprint({ text: 'Ja.' }));
    assert.notEqual(fingerprint({ text: words('Ja.') }), fingerprint({ text: words('Nej.') }));
  });

  it('is masked also when a number is split over two fields of a form', () => {
    const form = z.object({ text: requiredText(), nextStep: freeText(), ground: freeText() });
    const [start, end] = ['Hun er født 120385.', 'Sidste fire er 4567, ring i morgen.'];
    for (const [text, nextStep] of [
      [start, end],
      [end, start],
    ]) {
      const fields = maskedFields(form.parse({ text, nextStep, ground: '§ 41, stk. 2' }), mask);
      const seen = JSON.stringify(fields);
      assert.doesNotMatch(seen, /120385|4567/);
      assert.match(seen, /ring i morgen/);
      assert.match(seen, /§ 41, stk. 2/);
    }
    const kept = { text: 'Mødet er 12.03.2026.', nextStep: 'Book lokale 2.33.', ground: '' };
    assert.deepEqual(JSON.parse(JSON.stringify(maskedFields(form.parse(kept), mask))), kept);
  });
});
