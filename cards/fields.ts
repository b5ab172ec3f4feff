import type { Form, Input } from './model.ts';

/** All fields of a form, in order, the folded ones too. */
export const fieldsOf = ({ inputs }: Pick<Form, 'inputs'>): Input[] =>
  inputs.flatMap((input) => (input.kind === 'fold' ? input.inputs : [input]));
