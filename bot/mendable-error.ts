/**
 * An error that an operator of Sammen can fix. The message says what is wrong and how to fix it; it is shown as is,
 * without a stack trace.
 */
export abstract class MendableError extends Error {}
