import { MendableError } from '../../bot/mendable-error.ts';

/** The list of people was not imported and nothing was changed; the message says why, and how to mend it. */
export class ImportStopped extends MendableError {
  override readonly name = 'ImportStopped';
}
