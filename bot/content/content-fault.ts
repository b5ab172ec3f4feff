import { MendableError } from '../mendable-error.ts';

/** Upper limit of faults shown: more than fit on a screen help nobody. The rest appear at the next start. */
const MAX_SHOWN = 40;

/** A file edited by a municipality has faults. Each is a sentence with the file, the place and the mend. */
export class ContentFault extends MendableError {
  override readonly name = 'ContentFault';
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    const more = faults.length - MAX_SHOWN;
    super([...faults.slice(0, MAX_SHOWN), ...(more > 0 ? [`… and ${more} more faults.`] : [])].join('\n'));
    this.faults = faults;
  }
}
