/**
 * A fault that whoever runs Sammen can mend. Its message says what is wrong and what to do about it; it is shown as it
 * is, without a stack trace.
 */
export abstract class MendableError extends Error {}
