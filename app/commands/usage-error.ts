import { MendableError } from '../../bot/mendable-error.ts';
/** The command was called in a way it does not know; the message says how it is called. */
export class UsageError extends MendableError {
  override readonly name = 'UsageError';
}
