import type { Card, Choose, Fold, Input, TextInput } from './model.ts';

const line = (field: string, label: string, hint?: string): TextInput => ({
  kind: 'text',
  field,
  label,
  ...(hint === undefined ? {} : { hint }),
  required: false,
  multiline: false,
  maxLength: 200,
});

/** An input with the field beside it, if it has one: where a client cannot search, the name is typed. */
export const withTyped = (input: Input): Input[] =>
  input.kind === 'colleague' ? [input, line(input.typed.field, input.typed.label)] : [input];

/** A card for clients without a search: colleagues are typed in a field of text. */
export const withoutSearch = (card: Card): Card => ({
  ...card,
  actions: card.actions.map((action) =>
    action.kind === 'press' ? action : { ...action, inputs: action.inputs.map(asText) },
  ),
});

const asText = <Field extends Input | Fold | Choose>(input: Field): Field | TextInput =>
  input.kind === 'colleague' ? line(input.field, input.label, input.hint) : input;
