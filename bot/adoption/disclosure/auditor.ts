import { Bounds, type Range } from './bounds.ts';
import { Equations } from './equations.ts';

/**
 * Remembers everything a report has ever told of some counts, and refuses to tell what would give a small one away, by
 * subtraction or because only one number is left that fits.
 */
export class Auditor {
  readonly #equations = new Equations();
  readonly #bounds = new Bounds();
  readonly #secrets = new Map<number, (readonly number[])[]>();

  /** A count of which readers know no more than its range. */
  add(range: Range): number {
    return this.#bounds.add(range);
  }

  /** From now on the sum of these stays unknown. */
  keep(terms: readonly number[]): void {
    if (terms.length === 0 || !this.#equations.keep(terms)) return;
    for (const term of terms) this.#secrets.set(term, [...(this.#secrets.get(term) ?? []), terms]);
  }

  /** Tells a sum, or says no and tells nothing. */
  tell(terms: readonly number[], value: number): boolean {
    if (this.#equations.givesAway(terms) || !this.tellRange(terms, { least: value, most: value })) return false;
    this.#equations.tell(terms);
    return true;
  }

  /** Tells between which numbers a sum lies, or says no and tells nothing. */
  tellRange(terms: readonly number[], range: Range): boolean {
    const { narrowed, undo } = this.#bounds.tell(terms, range);
    const touched = new Set([...narrowed].flatMap((term) => this.#secrets.get(term) ?? []));
    if (![...touched].some((secret) => this.#isKnown(secret))) return true;
    undo();
    return false;
  }

  #isKnown(terms: readonly number[]): boolean {
    const { least, most } = this.#bounds.sumOf(terms);
    return least >= most;
  }
}
