import type { Form, Input } from '../model.ts';
import type { Texts } from '../texts/texts.ts';
import type { Json } from './json.ts';

/**
 * `required` only marks fields in a form of their own (`strict`): a field that stands open in the card would otherwise
 * hold back every other form of the card until it was filled.
 */
export const inputs = (form: Pick<Form, 'verb' | 'inputs'>, strict: boolean, { actions }: Texts): Json[] =>
  form.inputs.map((input) => ({
    id: `${form.verb}.${input.field}`,
    label: input.label,
    ...fields(input, actions),
    ...(strict && input.kind !== 'toggle' && input.kind !== 'choices' && input.required
      ? { isRequired: true, errorMessage: missing(input, actions) }
      : {}),
  }));

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

/** Choices fold out: shown at once they are radio buttons, and `adaptivecards` lets those of several cards on one page share a name. */
const fields = (input: Input, actions: Texts['actions']): Json => {
  switch (input.kind) {
    case 'text':
      return {
        type: 'Input.Text',
        maxLength: input.most,
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
      // Boxes to tick; those of several cards share no name.
      return {
        type: 'Input.ChoiceSet',
        isMultiSelect: true,
        style: 'expanded',
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
