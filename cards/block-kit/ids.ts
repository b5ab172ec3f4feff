import { z } from 'zod';
import type { Verb } from '../../bot/commands.ts';
import { fieldsOf } from '../fields.ts';
import type { Action, Form } from '../model.ts';
import { SLACK_LIMITS, whole } from './limits.ts';

/**
 * Ids in blocks. A button's id is `verb`, or `verb:n` for the nth button with that verb in a message. A field's block
 * id and action id are both `verb.field`, so that its errors and its value have the same id. A text that is too long
 * for one field of Slack's continues in `verb.field:2`.
 */

/** The name of a "…" menu, which is no verb. */
export const MENU = 'menu';

export type Numbering = (verb: Verb | typeof MENU) => string;

/** Gives the buttons of one message or view unique ids. */
export const createNumbering = (): Numbering => {
  const used = new Map<string, number>();
  return (verb) => {
    const number = (used.get(verb) ?? 0) + 1;
    used.set(verb, number);
    return whole(number === 1 ? verb : `${verb}:${number}`, SLACK_LIMITS.id, 'an action id');
  };
};

/** The verb of a button's id; returns an id that is not ours unchanged, so that `decodeAction` refuses it. */
export const verbOf = (actionId: string): string => actionId.replace(/:\d+$/u, '');

/** A line of a "…" menu: `verb data`, with an exclamation mark in front when it asks once more. */
export const menuValue = ({ kind, verb, data, weight }: Pick<Action, 'kind' | 'verb' | 'data' | 'weight'>): string =>
  `${kind === 'press' && weight === 'danger' ? '!' : ''}${verb} ${JSON.stringify(data)}`;

/** Null for a line that is not one of ours. `data` is the JSON that a button's value would be. */
export const readMenuValue = (value: string): { verb: string; data: string; asks: boolean } | null => {
  const [, mark, verb, data] = /^(!?)([a-z]+(?:-[a-z]+)*) (\{.*\})$/su.exec(value) ?? [];
  return verb === undefined || data === undefined ? null : { verb, data, asks: mark === '!' };
};

export const fieldId = (verb: Verb, field: string, part = 1): string =>
  whole(part === 1 ? `${verb}.${field}` : `${verb}.${field}:${part}`, SLACK_LIMITS.id, 'a field id');

type FieldName = { verb: string; field: string; part: number };

/** Null for an id that is not one of ours. */
export const readFieldId = (id: string): FieldName | null => {
  const [, verb, field, part] = /^([a-z]+(?:-[a-z]+)*)\.([a-z][a-zA-Z\d]*)(?::([2-9]))?$/u.exec(id) ?? [];
  return verb === undefined || field === undefined ? null : { verb, field, part: Number(part ?? 1) };
};

const chosen = z.object({ value: z.string() });
const stateOfField = z.discriminatedUnion('type', [
  z.object({ type: z.literal('plain_text_input'), value: z.string().nullish() }),
  z.object({ type: z.literal('static_select'), selected_option: chosen.nullish() }),
  z.object({ type: z.literal('external_select'), selected_option: chosen.nullish() }),
  z.object({ type: z.literal('multi_static_select'), selected_options: z.array(chosen).nullish() }),
  z.object({ type: z.literal('checkboxes'), selected_options: z.array(chosen).nullish() }),
  z.object({ type: z.literal('datepicker'), selected_date: z.string().nullish() }),
  z.object({ type: z.literal('timepicker'), selected_time: z.string().nullish() }),
]);
type StateOfField = z.infer<typeof stateOfField>;

/** We use check boxes for a single "yes" only; a choice of several options is a list. */
const plainValue = (state: StateOfField): string | string[] => {
  switch (state.type) {
    case 'plain_text_input':
      return state.value ?? '';
    case 'static_select':
    case 'external_select':
      return state.selected_option?.value ?? '';
    case 'multi_static_select':
      return (state.selected_options ?? []).map(({ value }) => value);
    case 'checkboxes':
      return (state.selected_options ?? []).length > 0 ? 'yes' : 'no';
    case 'datepicker':
      return state.selected_date ?? '';
    case 'timepicker':
      return state.selected_time ?? '';
  }
};

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Joins the parts of a long text, with a space where a person's editing removed the one between two parts. */
const joined = (parts: string[]): string =>
  parts.reduce((text, part) => (/\S$/u.test(text) && /^\S/u.test(part) ? `${text} ${part}` : text + part), '');

/**
 * Converts `state.values` of a press or a submitted modal to what `decodeAction` takes: `verb.field` → text, date,
 * time, "yes" or "no", or a list. Drops fields that are not ours.
 */
export const readViewValues = (values: unknown): Record<string, unknown> => {
  const read = Object.entries(isObject(values) ? values : {}).flatMap(([block, actions]) => {
    const name = readFieldId(block);
    const state = stateOfField.safeParse(isObject(actions) && Object.hasOwn(actions, block) ? actions[block] : null);
    return name === null || !state.success
      ? []
      : [{ id: `${name.verb}.${name.field}`, part: name.part, value: plainValue(state.data) }];
  });
  const ids = [...new Set(read.map(({ id }) => id))];
  return Object.fromEntries(
    ids.map((id) => {
      const parts = read.filter((field) => field.id === id).sort((a, b) => a.part - b.part);
      const [only] = parts;
      return [id, parts.length === 1 ? only?.value : joined(parts.map(({ value }) => String(value)))];
    }),
  );
};

/** The errors for `response_action: 'errors'`: each on its field's block, or on the form's first when it has none. */
export const errorsOnFields = (form: Form, faults: Readonly<Record<string, string>>): Record<string, string> => {
  const fields = fieldsOf(form);
  const [first] = fields;
  const blockOf = (field: string): string[] => {
    // A card asks for a moment by its day and time.
    const named = fields.find((candidate) => candidate.field === field);
    const input = named ?? fields.find((candidate) => field === 'start' && candidate.field === 'day') ?? first;
    return input === undefined ? [] : [fieldId(form.verb, input.field)];
  };
  return Object.fromEntries(
    Object.entries(faults).flatMap(([field, fault]) => blockOf(field).map((id) => [id, fault])),
  );
};

const sameButRevision = (form: Form, data: Readonly<Record<string, unknown>>): boolean => {
  const keys = [...new Set([...Object.keys(form.data), ...Object.keys(data)])].filter((key) => key !== 'rev');
  return keys.every((key) => String(form.data[key]) === String(data[key]));
};

/**
 * The form whose modal a press opens. Null when the press belongs to no form, or sends the form's fields along because
 * the message shows them.
 * @param data the press's value, decoded
 * @param values the press's `state.values`
 */
export const formToOpen = (
  actions: readonly Action[],
  verb: string,
  data: Readonly<Record<string, unknown>>,
  values: unknown,
): Form | null => {
  const own = actions.filter((action) => action.verb === verb && action.kind === 'form');
  const form = own.find((action): action is Form => action.kind === 'form' && sameButRevision(action, data));
  if (form === undefined) return null;
  const brought =
    isObject(values) && fieldsOf(form).some(({ field }) => Object.hasOwn(values, fieldId(form.verb, field)));
  return brought ? null : form;
};
