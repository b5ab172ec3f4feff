/** So many at least and at most. */
export type Range = { least: number; most: number };
type Claim = { terms: readonly number[] } & Range;
type Undo = () => void;

const ROUNDS = 200;

/** What somebody can work out who knows that counts are never negative and that "under 5" is 1 to 4. */
export class Bounds {
  readonly #ranges: Range[] = [];
  readonly #claims = new Map<number, Claim[]>();

  add(range: Range): number {
    this.#ranges.push({ ...range });
    return this.#ranges.length - 1;
  }

  of(unknown: number): Range {
    return this.#ranges[unknown] ?? { least: 0, most: Infinity };
  }

  sumOf(terms: readonly number[]): Range {
    let [least, most] = [0, 0];
    for (const term of terms) {
      least += this.of(term).least;
      most += this.of(term).most;
    }
    return { least, most };
  }

  /** Takes in that the sum lies in this range; answers which unknowns are narrower now, and how to forget it again. */
  tell(terms: readonly number[], range: Range): { narrowed: Set<number>; undo: Undo } {
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
    for (let round = 0; round < ROUNDS && waiting.size > 0; round++) {
      const next = new Set<Claim>();
      for (const one of waiting) {
        for (const term of this.#narrow(one, undos)) {
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

  #narrow({ terms, least, most }: Claim, undos: Undo[]): number[] {
    const sum = this.sumOf(terms);
    const endless = terms.filter((term) => this.of(term).most === Infinity).length;
    return terms.filter((term) => {
      const before = this.of(term);
      const othersMost =
        before.most === Infinity ? (endless > 1 ? Infinity : this.#mostWithout(terms, term)) : sum.most - before.most;
      const after = {
        least: Math.max(before.least, least - othersMost),
        most: Math.min(before.most, most - (sum.least - before.least)),
      };
      if (after.least === before.least && after.most === before.most) return false;
      this.#ranges[term] = after;
      undos.push(() => {
        this.#ranges[term] = before;
      });
      return true;
    });
  }

  #mostWithout(terms: readonly number[], without: number): number {
    return terms.reduce((sum, term) => (term === without ? sum : sum + this.of(term).most), 0);
  }
}
