import type { z } from 'zod';
import type { MaskedFields, Typed } from './privacy/free-text.ts';

/** The commands that a table of verbs and schemas decodes to: the verb and its fields, masked. */
export type CommandOf<Actions extends Record<string, z.ZodType>, Verb extends keyof Actions = keyof Actions> = {
  [V in Verb]: { verb: V } & MaskedFields<z.infer<Actions[V]>>;
}[Verb];

/** What of a decoded value may be anything a person writes, or is of no kind that is known here. */
type Plain<Value> = unknown extends Value
  ? Value
  : Value extends string
    ? string extends Value
      ? Value
      : never
    : Value extends boolean | number | Date | null | undefined | Typed
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

/** A table of verbs. A field that decodes to a plain string does not compile: free text is `freeText()`. */
export const verbs = <const Actions extends Record<string, z.ZodObject>>(
  actions: Actions & WithoutPlainText<Actions>,
): Actions => actions;
