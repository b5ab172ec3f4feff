/** A sum of unknown counts, by the number of the unknown; arithmetic modulo a prime, so that it is exact and quick. */
type Sum = Map<number, number>;

/** The largest prime below 2^26: products stay below 2^52, where numbers are whole. */
const PRIME = 67_108_859;

const times = (a: number, b: number): number => (a * b) % PRIME;

const inverse = (a: number): number => {
  let [result, base, exponent] = [1, a, PRIME - 2];
  while (exponent > 0) {
    if (exponent % 2 === 1) result = times(result, base);
    base = times(base, base);
    exponent = Math.floor(exponent / 2);
  }
  return result;
};

/** Takes `factor` times `row` away. */
const takeAway = (from: Sum, row: Sum, factor: number): void => {
  for (const [unknown, value] of row) {
    const left = ((from.get(unknown) ?? 0) + PRIME - times(factor, value)) % PRIME;
    if (left === 0) from.delete(unknown);
    else from.set(unknown, left);
  }
};

const isMultiple = (a: Sum, b: Sum): boolean => {
  if (a.size !== b.size) return false;
  let ratio: number | null = null;
  for (const [unknown, value] of a) {
    const other = b.get(unknown);
    if (other === undefined) return false;
    const one = times(value, inverse(other));
    if (ratio !== null && ratio !== one) return false;
    ratio = one;
  }
  return true;
};

/**
 * What somebody who subtracts can work out: the sums that were told, kept solved as far as they go, and the sums that
 * must stay unknown, each reduced by what was told.
 */
export class Equations {
  readonly #solved = new Map<number, Sum>();
  readonly #secrets: Sum[] = [];
  /** Which rows and secrets hold an unknown. */
  readonly #where = new Map<number, Set<Sum>>();

  /** True when it stays unknown from now on; false when it can be worked out already. */
  keep(terms: readonly number[]): boolean {
    const left = this.#reduced(terms);
    if (left.size === 0) return false;
    this.#secrets.push(left);
    this.#note(left);
    return true;
  }

  /** Whether telling this sum gives a secret away. */
  givesAway(terms: readonly number[]): boolean {
    const left = this.#reduced(terms);
    const [some] = left.keys();
    if (some === undefined) return false;
    const solved = new Set(this.#solved.values());
    return [...(this.#where.get(some) ?? [])].some((row) => !solved.has(row) && isMultiple(row, left));
  }

  tell(terms: readonly number[]): void {
    const row = this.#reduced(terms);
    const [pivot] = row.keys();
    if (pivot === undefined) return;
    const scale = inverse(row.get(pivot) ?? 1);
    for (const [unknown, value] of row) row.set(unknown, times(value, scale));
    for (const other of [...(this.#where.get(pivot) ?? [])]) {
      const factor = other.get(pivot) ?? 0;
      takeAway(other, row, factor);
      for (const unknown of row.keys()) {
        if (other.has(unknown)) this.#at(unknown).add(other);
        else this.#where.get(unknown)?.delete(other);
      }
    }
    this.#solved.set(pivot, row);
    this.#note(row);
  }

  #reduced(terms: readonly number[]): Sum {
    const sum: Sum = new Map(terms.map((term) => [term, 1]));
    for (const term of terms) {
      const row = this.#solved.get(term);
      if (row !== undefined) takeAway(sum, row, sum.get(term) ?? 0);
    }
    return sum;
  }

  #note(row: Sum): void {
    for (const unknown of row.keys()) this.#at(unknown).add(row);
  }

  #at(unknown: number): Set<Sum> {
    const found = this.#where.get(unknown);
    if (found !== undefined) return found;
    const rows = new Set<Sum>();
    this.#where.set(unknown, rows);
    return rows;
  }
}
