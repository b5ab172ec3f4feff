import type { Choose, Form, Input } from './model.ts';

/** All fields of a form, in order, the folded ones and those of every option too. */
export const fieldsOf = ({ inputs }: Pick<Form, 'inputs'>): Input[] =>
  inputs.flatMap((input) => {
    if (input.kind === 'fold') return input.inputs;
    return input.kind === 'choose' ? [choiceOf(input), ...input.options.flatMap((option) => option.inputs)] : [input];
  });

/** The field that chooses. */
export const choiceOf = ({ field, label, value, options }: Choose): Extract<Input, { kind: 'choice' }> => ({
  kind: 'choice',
  field,
  label,
  value,
  options,
  required: true,
});

/** The choice that decides which fields a form has; null in most forms. */
export const chooseIn = ({ inputs }: Pick<Form, 'inputs'>): Choose | null =>
  inputs.find((input) => input.kind === 'choose') ?? null;

/** The form as it is once this option is chosen: with its fields only, and its Send. */
export const choosing = (form: Form, value: string): Form => {
  const choose = chooseIn(form);
  const option = choose?.options.find((one) => one.value === value);
  if (choose === null || option === undefined) return form;
  const chosen = { ...choose, value };
  return { ...form, send: option.send, inputs: form.inputs.map((input) => (input === choose ? chosen : input)) };
};

/** Fields whose value is one text. */
const HOLDS_TEXT: ReadonlySet<Input['kind']> = new Set(['text', 'choice', 'date', 'time']);

/** The form with what was filled in so far; a field without such a value keeps its own. */
export const withValues = (form: Form, read: (field: string) => unknown): Form => {
  const filled = (input: Input): Input => {
    const value = read(input.field);
    if (typeof value !== 'string' || !HOLDS_TEXT.has(input.kind)) return input;
    return { ...input, value } as Input;
  };
  return {
    ...form,
    inputs: form.inputs.map((input) => {
      if (input.kind === 'fold') return { ...input, inputs: input.inputs.map(filled) };
      if (input.kind !== 'choose') return filled(input);
      const options = input.options.map((option) => ({ ...option, inputs: option.inputs.map(filled) }));
      return { ...input, options };
    }),
  };
};
