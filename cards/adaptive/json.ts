/** A piece of Adaptive Card JSON. The published schema is held by a test, not by types. */
export type Json = { type: string } & Record<string, unknown>;
