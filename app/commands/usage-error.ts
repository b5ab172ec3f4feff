import { MendableError } from '../../bot/mendable-error.ts';

/** What was typed or piped in does not fit, and the message says what does. Nothing was done; the program ends with 2. */
export class UsageError extends MendableError {
  override readonly name = 'UsageError';
}
