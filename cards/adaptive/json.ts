/** Part of an Adaptive Card as JSON. A test checks it against the published schema; the types do not. */
export type Json = { type: string } & Record<string, unknown>;
