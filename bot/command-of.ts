import type { z } from 'zod';

/** The commands that a table of verbs and schemas decodes to: the verb and its fields. */
export type CommandOf<Actions extends Record<string, z.ZodType>, Verb extends keyof Actions = keyof Actions> = {
  [V in Verb]: { verb: V } & z.infer<Actions[V]>;
}[Verb];
