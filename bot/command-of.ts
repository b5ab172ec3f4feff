import type { z } from 'zod';
import type { ReadFields, TypedWhen } from './dates/typed.ts';
import type { MaskedFields, Typed } from './privacy/free-text.ts';

/** The commands that a table of verbs and schemas decodes to: each verb with its masked and read fields. */
export type CommandOf<Actions extends Record<string, z.ZodType>, Verb extends keyof Actions = keyof Actions> = {
  [V in Verb]: { verb: V } & MaskedFields<ReadFields<z.infer<Actions[V]>>>;
}[Verb];

/** The parts of a decoded type that could hold arbitrary text, or whose type is not recognised here. */
type Plain<Value> = unknown extends Value
  ? Value
  : Value extends string
    ? string extends Value
      ? Value
      : never
    : Value extends boolean | number | Date | null | undefined | Typed | TypedWhen<unknown>
      ? never
      : Value extends readonly (infer One)[]
        ? Plain<One>
        : Value;

type PlainFields<Fields> = {
  [Name in keyof Fields]-?: [Plain<Fields[Name]>] extends [never] ? never : Name;
}[keyof Fields];

type WithoutPlainText<Actions extends Record<string, z.ZodObject>> = {
  [V in keyof Actions]: [PlainFields<z.infer<Actions[V]>>] extends [never]
    ? unknown
    : {
        'decodes to plain text, so nothing masks it; use freeText() or a type of its own': PlainFields<
          z.infer<Actions[V]>
        >;
      };
};

/** Declares a table of verbs. A field that decodes to a plain string does not compile: use `freeText()`. */
export const verbs = <const Actions extends Record<string, z.ZodObject>>(
  actions: Actions & WithoutPlainText<Actions>,
): Actions => actions;
