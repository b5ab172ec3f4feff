import type { Form, Input } from '../model.ts';
import type { Texts } from '../texts/texts.ts';
import type { Json } from './json.ts';

/**
 * Marks required fields only in a form of its own (`strict`): a required field that is open in the card would block
 * every other form of the card until it was filled.
 */
export const inputs = (form: Pick<Form, 'verb' | 'part' | 'inputs'>, strict: boolean, { actions }: Texts): Json[] =>
  form.inputs.map((input) => ({
    id: [form.verb, ...(form.part === undefined ? [] : [form.part]), input.field].join('.'),
    label: input.label,
    ...fields(input, actions),
    ...(strict && input.kind !== 'toggle' && input.kind !== 'choices' && input.required
      ? { isRequired: true, errorMessage: missing(input, actions) }
      : {}),
  }));

/** More than these become a drop-down list. */
const MAX_CHECK_BOXES = 8;

const missing = (input: Input, actions: Texts['actions']): string => {
  switch (input.kind) {
    case 'text':
      return actions.missingText;
    case 'date':
    case 'time':
      return actions.missingDate;
    default:
      return actions.missingChoice;
  }
};

/**
 * Choices are drop-down lists: as radio buttons they would share a name across the cards that `adaptivecards` shows.
 */
const fields = (input: Input, actions: Texts['actions']): Json => {
  switch (input.kind) {
    case 'text':
      return {
        type: 'Input.Text',
        maxLength: input.maxLength,
        ...(input.multiline ? { isMultiline: true } : {}),
        ...(input.hint === undefined ? {} : { placeholder: input.hint }),
        ...(input.value === undefined ? {} : { value: input.value }),
      };
    case 'choice':
      return {
        type: 'Input.ChoiceSet',
        style: 'compact',
        choices: input.options.map(({ value, label }) => ({ title: label, value })),
        wrap: true,
        ...(input.value === undefined ? {} : { value: input.value }),
      };
    case 'choices':
      // Check boxes do not share a name across cards.
      return {
        type: 'Input.ChoiceSet',
        isMultiSelect: true,
        style: input.options.length > MAX_CHECK_BOXES ? 'compact' : 'expanded',
        choices: input.options.map(({ value, label }) => ({ title: label, value })),
        wrap: true,
        ...(input.values.length === 0 ? {} : { value: input.values.join(',') }),
      };
    case 'toggle':
      return { type: 'Input.Toggle', title: actions.yes, value: String(input.value), wrap: true };
    case 'date':
      return {
        type: 'Input.Date',
        ...(input.from === undefined ? {} : { min: input.from }),
        ...(input.value === undefined ? {} : { value: input.value }),
      };
    case 'time':
      return { type: 'Input.Time', ...(input.value === undefined ? {} : { value: input.value }) };
  }
};
