/**
 * An attacker who keeps every report and calculates. They know the published numbers, that counts are never negative,
 * and what "under 5" means. The unknowns are the counts of single weeks.
 */
export type Told = { terms: readonly number[]; least: number; most: number };

const PRIME = 67_108_859;
const times = (a: number, b: number) => (a * b) % PRIME;
const power = (base: number, exponent: number): number => {
  if (exponent === 0) return 1;
  const half = power(base, Math.floor(exponent / 2));
  return exponent % 2 === 0 ? times(half, half) : times(times(half, half), base);
};

export type Attacker = {
  /** The only value a sum can have given everything published; null when several are possible. */
  solve(terms: readonly number[]): 'by-subtraction' | 'by-elimination' | null;
};

export const attack = (unknowns: number, published: readonly Told[]): Attacker => {
  const rows = solved(
    unknowns,
    published.filter(({ least, most }) => least === most),
  );
  const ranges = narrowed(unknowns, published);
  return {
    solve: (terms) => {
      if (reduce(rows, rowOf(unknowns, terms)).every((value) => value === 0)) return 'by-subtraction';
      const least = terms.reduce((sum, term) => sum + (ranges[term]?.least ?? 0), 0);
      const most = terms.reduce((sum, term) => sum + (ranges[term]?.most ?? 0), 0);
      return least >= most ? 'by-elimination' : null;
    },
  };
};

type Rows = Map<number, Float64Array>;

const rowOf = (unknowns: number, terms: readonly number[]): Float64Array => {
  const row = new Float64Array(unknowns);
  for (const term of terms) row[term] = (row[term] ?? 0) + 1;
  return row;
};

const reduce = (rows: Rows, row: Float64Array): Float64Array => {
  for (let at = 0; at < row.length; at++) {
    const value = row[at] ?? 0;
    const pivot = value === 0 ? undefined : rows.get(at);
    if (pivot === undefined) continue;
    for (let column = at; column < row.length; column++) {
      row[column] = ((row[column] ?? 0) + PRIME - times(value, pivot[column] ?? 0)) % PRIME;
    }
  }
  return row;
};

const solved = (unknowns: number, published: readonly Told[]): Rows => {
  const rows: Rows = new Map();
  for (const { terms } of published) {
    const row = reduce(rows, rowOf(unknowns, terms));
    const pivot = row.findIndex((value) => value !== 0);
    if (pivot < 0) continue;
    const scale = power(row[pivot] ?? 1, PRIME - 2);
    rows.set(
      pivot,
      row.map((value) => times(value, scale)),
    );
  }
  return rows;
};

const narrowed = (unknowns: number, published: readonly Told[]) => {
  const ranges = Array.from({ length: unknowns }, () => ({ least: 0, most: Infinity }));
  for (let again = true; again; ) {
    again = false;
    for (const { terms, least, most } of published) {
      for (const term of terms) {
        const own = ranges[term];
        if (own === undefined) continue;
        const others = terms.filter((other) => other !== term).map((other) => ranges[other]);
        const low = least - others.reduce((sum, other) => sum + (other?.most ?? 0), 0);
        const high = most - others.reduce((sum, other) => sum + (other?.least ?? 0), 0);
        if (low > own.least || high < own.most) {
          again = true;
          own.least = Math.max(own.least, low);
          own.most = Math.min(own.most, high);
        }
      }
    }
  }
  return ranges;
};
