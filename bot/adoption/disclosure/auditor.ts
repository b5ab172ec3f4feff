import { Bounds, type Range } from './bounds.ts';
import { Equations } from './equations.ts';

/**
 * Remembers every figure that reports have shown, and refuses one that would reveal a small count, either by
 * subtraction or because only one value still fits.
 */
export class Auditor {
  readonly #equations = new Equations();
  readonly #bounds = new Bounds();
  readonly #secrets = new Map<number, (readonly number[])[]>();

  /** Adds a count of which readers know only the range. Returns its number. */
  add(range: Range): number {
    return this.#bounds.add(range);
  }

  /** Protects the sum of these counts from now on. */
  protect(terms: readonly number[]): void {
    if (terms.length === 0 || !this.#equations.protect(terms)) return;
    for (const term of terms) this.#secrets.set(term, [...(this.#secrets.get(term) ?? []), terms]);
  }

  /** Discloses a sum. Returns false, and discloses nothing, when that would reveal a protected one. */
  disclose(terms: readonly number[], value: number): boolean {
    if (this.#equations.givesAway(terms) || !this.discloseRange(terms, { min: value, max: value })) return false;
    this.#equations.disclose(terms);
    return true;
  }

  /** Discloses the range of a sum. Returns false, and discloses nothing, when that would reveal a protected one. */
  discloseRange(terms: readonly number[], range: Range): boolean {
    const { narrowed, undo } = this.#bounds.learn(terms, range);
    const touched = new Set([...narrowed].flatMap((term) => this.#secrets.get(term) ?? []));
    if (![...touched].some((secret) => this.#isKnown(secret))) return true;
    undo();
    return false;
  }

  #isKnown(terms: readonly number[]): boolean {
    const { min, max } = this.#bounds.sumOf(terms);
    return min >= max;
  }
}
