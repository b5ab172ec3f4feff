import { MendableError } from '../mendable-error.ts';

/** More than fit on a screen help nobody: the first ones mended, the rest is shown at the next start. */
const MAX_SHOWN = 40;

/** A file that a municipality edits has faults; each is a sentence with the file, the place and the mend. */
export class ContentFault extends MendableError {
  override readonly name = 'ContentFault';
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    const more = faults.length - MAX_SHOWN;
    super([...faults.slice(0, MAX_SHOWN), ...(more > 0 ? [`… and ${more} more faults in this file.`] : [])].join('\n'));
    this.faults = faults;
  }
}
