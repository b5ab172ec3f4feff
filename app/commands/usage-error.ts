import { MendableError } from '../../bot/mendable-error.ts';

/** A command was called with wrong arguments; the message says how to call it. */
export class UsageError extends MendableError {
  override readonly name = 'UsageError';
}
