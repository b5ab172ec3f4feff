/** A linear sum: coefficient by unknown. Arithmetic is modulo a prime, so that it is exact and fast. */
type Sum = Map<number, number>;

/** The largest prime below 2^26: products stay below 2^52, where doubles are exact integers. */
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

/** Subtracts `factor` times `row`, in place. */
const subtract = (from: Sum, row: Sum, factor: number): void => {
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
    const quotient = times(value, inverse(other));
    if (ratio !== null && ratio !== quotient) return false;
    ratio = quotient;
  }
  return true;
};

/**
 * What a reader can work out by subtraction: the disclosed sums in reduced row echelon form, and the protected sums,
 * each reduced by them.
 */
export class Equations {
  readonly #solved = new Map<number, Sum>();
  readonly #secrets: Sum[] = [];
  /** The rows and secrets that contain an unknown. */
  readonly #where = new Map<number, Set<Sum>>();

  /** Protects a sum. Returns false when it can be worked out already. */
  protect(terms: readonly number[]): boolean {
    const left = this.#reduced(terms);
    if (left.size === 0) return false;
    this.#secrets.push(left);
    this.#note(left);
    return true;
  }

  /** Whether disclosing this sum would reveal a protected one. */
  givesAway(terms: readonly number[]): boolean {
    const left = this.#reduced(terms);
    const [some] = left.keys();
    if (some === undefined) return false;
    const solved = new Set(this.#solved.values());
    return [...(this.#where.get(some) ?? [])].some((row) => !solved.has(row) && isMultiple(row, left));
  }

  disclose(terms: readonly number[]): void {
    const row = this.#reduced(terms);
    const [pivot] = row.keys();
    if (pivot === undefined) return;
    const scale = inverse(row.get(pivot) ?? 1);
    for (const [unknown, value] of row) row.set(unknown, times(value, scale));
    for (const other of [...(this.#where.get(pivot) ?? [])]) {
      const factor = other.get(pivot) ?? 0;
      subtract(other, row, factor);
      for (const unknown of row.keys()) {
        if (other.has(unknown)) this.#rowsWith(unknown).add(other);
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
      if (row !== undefined) subtract(sum, row, sum.get(term) ?? 0);
    }
    return sum;
  }

  #note(row: Sum): void {
    for (const unknown of row.keys()) this.#rowsWith(unknown).add(row);
  }

  #rowsWith(unknown: number): Set<Sum> {
    const known = this.#where.get(unknown);
    if (known !== undefined) return known;
    const rows = new Set<Sum>();
    this.#where.set(unknown, rows);
    return rows;
  }
}
