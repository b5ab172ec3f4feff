import { MendableError } from '../../bot/mendable-error.ts';

/** The list of people was not imported, or not to its end; the message says why, what was changed, and how to mend it. */
export class ImportStopped extends MendableError {
  override readonly name = 'ImportStopped';
}
