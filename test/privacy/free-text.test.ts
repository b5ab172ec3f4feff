import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { z } from 'zod';
import { id, nudge, optional, person, searchWords, typedPhone } from '../../bot/card-fields.ts';
import { verbs } from '../../bot/command-of.ts';
import { ACTIONS } from '../../bot/commands.ts';
import { fingerprint } from '../../bot/fingerprint.ts';
import { freeText, type Measured, measured, requiredText } from '../../bot/privacy/free-text.ts';
import type { Masked } from '../../bot/privacy/mask.ts';
import { Refusal } from '../../bot/refusal.ts';
import { mask, masked, words } from '../support/fixtures/builders.ts';
import { FIELDS, FREE_TEXTS, writtenIn } from '../support/fixtures/free-texts.ts';

const NUMBERS = ['010190-1234', 'mette@eksempel.dk', '28 91 77 03'];
const SENTENCE = `Ring til ${NUMBERS.join(' eller ')}.`;
const MASKED = 'Ring til [cpr-nummer] eller [e-mail] eller [telefonnummer].';

/** Declared by whoever types it, compared with what is known, and never kept as words. */
const DECLARED: readonly unknown[] = [id, nudge, person, searchWords, typedPhone];

/** A schema and what it wraps. */
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
/** Whether a verb with such a field compiles. */
type Compiles<Schema extends z.ZodType> =
  TableOf<Schema> extends Parameters<typeof verbs<TableOf<Schema>>>[0] ? true : false;

describe('free text', () => {
  it('that nothing masks does not compile in a verb', () => {
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

  it('is no text for a document before it was masked and measured', () => {
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

  it('is masked in every field of every verb, also under a name that carries the verb', () => {
    assert.ok(FREE_TEXTS.length >= 17, String(FREE_TEXTS.length));
    for (const one of FREE_TEXTS) {
      for (const key of [one.field, `${one.verb}.${one.field}`])
        assert.equal(writtenIn(one, `  ${SENTENCE}\n`, key)?.unmeasured, MASKED, `${one.verb} ${key}`);
    }
  });

  it('is all that takes a sentence, but for what is declared or looked for', () => {
    for (const { verb, field, schema } of FIELDS) {
      if (!schema.safeParse(SENTENCE).success) continue;
      const isFree = FREE_TEXTS.some((one) => one.verb === verb && one.field === field);
      const isDeclared = layersOf(schema).some((layer) => DECLARED.includes(layer));
      assert.ok(isFree !== isDeclared, `${verb} ${field}`);
    }
  });

  it('is refused in every field when it is too long, and not before it is measured', () => {
    for (const one of FREE_TEXTS) {
      const long = writtenIn(one, 'et ord '.repeat(10_000));
      refuses(() => long?.measured(), 'too-long');
      refuses(() => measured({ [one.field]: long }), 'too-long');
    }
  });

  it('counts after masking, without the space around it', () => {
    const decoded = (text: string) => requiredText().parse(text).masked(mask);
    assert.equal(decoded(` ${'x'.repeat(4_000)} `).measured().length, 4_000);
    refuses(() => decoded('x'.repeat(4_001)).measured(), 'too-long');
    const shortened = `${'x'.repeat(3_980)} mette.hansen.nielsen@eksempel.dk`;
    assert.ok(shortened.length > 4_000 && decoded(shortened).measured().length < 4_000);
    refuses(() => freeText({ max: 3 }).parse('fire')?.masked(mask).measured(), 'too-long');
  });

  it('is missing before another is too long', () => {
    refuses(() => measured({ long: words('x'.repeat(4_001)), text: words('') }), 'empty-text');
    assert.deepEqual(measured({ text: words('Ja.'), more: undefined }), { text: masked('Ja.'), more: undefined });
  });

  it('that was left out is left out, and that was emptied is empty', () => {
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

  it('gives a receipt of its own to other words, and the same to the same words', () => {
    assert.equal(fingerprint({ text: words('Ja.') }), fingerprint({ text: 'Ja.' }));
    assert.notEqual(fingerprint({ text: words('Ja.') }), fingerprint({ text: words('Nej.') }));
  });
});
