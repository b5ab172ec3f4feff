/** Inclusive bounds of a count. */
export type Range = { min: number; max: number };
type Claim = { terms: readonly number[] } & Range;
type Undo = () => void;

const MAX_ROUNDS = 200;

/**
 * Tracks what a reader can infer about each count's bounds, knowing that counts are never negative and that "under 5"
 * means 1 to 4.
 */
export class Bounds {
  readonly #ranges: Range[] = [];
  readonly #claims = new Map<number, Claim[]>();

  add(range: Range): number {
    this.#ranges.push({ ...range });
    return this.#ranges.length - 1;
  }

  of(unknown: number): Range {
    return this.#ranges[unknown] ?? { min: 0, max: Infinity };
  }

  sumOf(terms: readonly number[]): Range {
    let [min, max] = [0, 0];
    for (const term of terms) {
      min += this.of(term).min;
      max += this.of(term).max;
    }
    return { min, max };
  }

  /**
   * Adds the knowledge that a sum lies in this range. Returns the counts whose bounds became narrower, and a function
   * that undoes it.
   */
  learn(terms: readonly number[], range: Range): { narrowed: Set<number>; undo: Undo } {
    const undos: Undo[] = [];
    const narrowed = new Set<number>();
    const claim: Claim = { terms, ...range };
    for (const term of terms) {
      const claims = this.#claims.get(term) ?? [];
      this.#claims.set(term, claims);
      claims.push(claim);
      undos.push(() => void claims.splice(claims.indexOf(claim), 1));
    }
    let waiting = new Set<Claim>([claim]);
    for (let round = 0; round < MAX_ROUNDS && waiting.size > 0; round++) {
      const next = new Set<Claim>();
      for (const waitingClaim of waiting) {
        for (const term of this.#narrow(waitingClaim, undos)) {
          narrowed.add(term);
          for (const other of this.#claims.get(term) ?? []) next.add(other);
        }
      }
      waiting = next;
    }
    return {
      narrowed,
      undo: () => {
        for (const undo of undos.reverse()) undo();
      },
    };
  }

  #narrow({ terms, min, max }: Claim, undos: Undo[]): number[] {
    const sum = this.sumOf(terms);
    const endless = terms.filter((term) => this.of(term).max === Infinity).length;
    return terms.filter((term) => {
      const before = this.of(term);
      const othersMax =
        before.max === Infinity ? (endless > 1 ? Infinity : this.#maxWithout(terms, term)) : sum.max - before.max;
      const after = {
        min: Math.max(before.min, min - othersMax),
        max: Math.min(before.max, max - (sum.min - before.min)),
      };
      if (after.min === before.min && after.max === before.max) return false;
      this.#ranges[term] = after;
      undos.push(() => {
        this.#ranges[term] = before;
      });
      return true;
    });
  }

  #maxWithout(terms: readonly number[], without: number): number {
    return terms.reduce((sum, term) => (term === without ? sum : sum + this.of(term).max), 0);
  }
}
