import { z } from 'zod';
import { Refusal } from '../refusal.ts';
import { inOneLine, type Mask, type Masked, replaceIn, trimmed } from './mask.ts';

/** Upper limit of what a person may write at once, in characters; longer text is refused, never cut. */
export const MAX_TEXT_LENGTH = 4_000;

type Rule = {
  /** In characters, counted after masking. */
  max: number;
  /** An empty text is refused. */
  required: boolean;
  /** Line breaks and doubled spaces become one space. */
  oneLine: boolean;
};

const NOTHING_SPECIAL: Rule = { max: MAX_TEXT_LENGTH, required: false, oneLine: false };

/** Raw text from a field. It can only be masked: not read, stored or printed. */
class Typed {
  readonly #text: string;
  readonly #rule: Rule;
  constructor(text: string, rule: Rule) {
    this.#text = text;
    this.#rule = rule;
  }
  masked(mask: Mask): Written {
    const { text } = mask(this.#text);
    return new Written(this.#rule.oneLine ? inOneLine(text) : trimmed(text), this.#rule);
  }
  /** Whether the two, read one after the other, hold a number that neither holds alone. */
  completes(other: Typed, mask: Mask): boolean {
    const [one, two] = [other.#text, this.#text];
    return mask(`${one}\n${two}`).text !== `${mask(one).text}\n${mask(two).text}`;
  }
}

/** Masked text of a field. Its length and presence are checked by `measured`, after the permission check. */
class Written {
  /** The masked text without checks, for text that is edited before it is sent, such as a draft's. */
  readonly unmeasured: Masked;
  readonly #rule: Rule;
  constructor(text: Masked, rule: Rule) {
    this.unmeasured = text;
    this.#rule = rule;
  }
  /** @param field that holds it @throws Refusal empty-text, too-long */
  measured(field: string | null = null): Masked {
    this.checkPresence(field);
    if (this.unmeasured.length > this.#rule.max) throw new Refusal('too-long', null, field);
    return this.unmeasured;
  }
  checkPresence(field: string | null = null): void {
    if (this.#rule.required && this.unmeasured === '') throw new Refusal('empty-text', null, field);
  }
  /** The same text after `by`, under the same rules. */
  altered(by: (text: Masked) => Masked): Written {
    return new Written(by(this.unmeasured), this.#rule);
  }
  /** Serialises as plain text, so that the same words give the same receipt. */
  toJSON(): string {
    return this.unmeasured;
  }
}

export type { Typed, Written };

/** Wraps text that was masked before, such as a draft's when it is sent. */
export const written = (text: Masked): Written => new Written(text, { ...NOTHING_SPECIAL, required: true });

type Bounds = Partial<Pick<Rule, 'max' | 'oneLine'>>;

const typed = (text: string, rule: Partial<Rule>) => new Typed(text, { ...NOTHING_SPECIAL, ...rule });

/** Schema of an optional text. Cards send an empty string for an empty field, and no key for a hidden one. */
export const freeText = (bounds: Bounds = {}) =>
  z.preprocess(
    (value) => (value === null ? '' : value),
    z
      .string()
      .transform((text) => typed(text, bounds))
      .optional(),
  );

/** Schema of a required text. An empty text or a missing key is refused with a sentence. */
export const requiredText = (bounds: Bounds = {}) =>
  z
    .string()
    .default('')
    .transform((text) => typed(text, { ...bounds, required: true }));

type Swapped<Fields, From, To> = Fields extends unknown
  ? { [Name in keyof Fields]: Fields[Name] extends infer Value ? (Value extends From ? To : Value) : never }
  : never;

/** Fields as they were decoded, with every free text masked. */
export type MaskedFields<Fields> = Swapped<Fields, Typed, Written>;
/** Fields with every free text measured, fit for a document. */
export type Measured<Fields> = Swapped<Fields, Written, Masked>;

/** Four digits or more, as parts of a number are written. */
const PART_OF_NUMBER = /(?:\p{Nd}[ .,/-]?){3,}\p{Nd}/gu;

/** For a field that holds a part of a number: all that could be the part goes. */
const hidingParts =
  (mask: Mask): Mask =>
  (typed) => ({ text: replaceIn(mask(typed).text, PART_OF_NUMBER, '[cpr-nummer]'), found: ['cpr'] });

/** Masks every free text among the fields, also a number that is split over two of them: one card shows them both. */
export const masked = <Fields extends object>(fields: Fields, mask: Mask): MaskedFields<Fields> => {
  const texts = Object.values(fields).filter((value) => value instanceof Typed);
  const parts = new Set<Typed>();
  for (const one of texts)
    for (const other of texts) if (one !== other && one.completes(other, mask)) parts.add(one).add(other);
  return mapped(fields, (value) =>
    value instanceof Typed ? value.masked(parts.has(value) ? hidingParts(mask) : mask) : value,
  ) as MaskedFields<Fields>;
};

/** Alters every free text among the fields. */
export const altered = <Fields extends object>(fields: Fields, by: (text: Masked) => Masked): Fields =>
  mapped(fields, (value) => (value instanceof Written ? value.altered(by) : value)) as Fields;

/** Measures every free text among the fields. @throws Refusal empty-text, else too-long */
export const measured = <Fields extends object>(fields: Fields): Measured<Fields> => {
  const values: [string, unknown][] = Object.entries(fields);
  for (const [name, value] of values) if (value instanceof Written) value.checkPresence(name);
  return mapped(fields, (value, name) => (value instanceof Written ? value.measured(name) : value)) as Measured<Fields>;
};

const mapped = (fields: object, by: (value: unknown, name: string) => unknown): object =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, by(value, name)]));
