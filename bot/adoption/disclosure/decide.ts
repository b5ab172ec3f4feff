import { Auditor } from './auditor.ts';
import type { Range } from './bounds.ts';
import { LEAST, type Shown } from './least.ts';

/** Counts of the same groups, one after the other in time. */
export type Series = {
  groups: readonly string[];
  /** The counts of one step in time, by group. */
  steps: readonly ReadonlyMap<string, number>[];
  /** How many steps a view adds up, the most worth showing first; 1 is among them. */
  windows: readonly number[];
  /** Whether readers also know the sum of all groups in this view. */
  isTotalShown?(step: number, window: number): boolean;
  /** A group that no report names: it is what is left of the sum. */
  rest?: string;
  /** Whether this view may show anything at all. */
  mayShow?(step: number, window: number): boolean;
};

/** What may be shown of each step, by window and group. */
export type Decided = ReadonlyMap<number, ReadonlyMap<string, Shown>>[];

/** `untold`: what of the count no report told step by step; `terms` are the unknowns it is the sum of. */
type Cell = { window: number; group: string; value: number; untold: number; terms: number[] };

const SMALL: Range = { least: 1, most: LEAST - 1 };
const LARGE: Range = { least: LEAST, most: Infinity };

const isSmall = (value: number): boolean => value > 0 && value < LEAST;

/**
 * Decides step by step what a report may show, given all that earlier reports have shown: never a count from 1 to 4,
 * and never anything from which one of those could be worked out. What must be hidden besides is the smallest that
 * suffices, and rather a later view in `windows` than an earlier. The same series always gives the same decisions.
 */
export const decideSeries = (series: Series): Decided => {
  const auditor = new Auditor();
  /** Per group and step, the unknown that stands for a count which was not told; null for one that was. */
  const unknowns = new Map<string, (number | null)[]>(series.groups.map((group) => [group, []]));
  return series.steps.map((_step, at) => decideStep(series, at, auditor, unknowns));
};

const decideStep = (
  series: Series,
  at: number,
  auditor: Auditor,
  unknowns: Map<string, (number | null)[]>,
): ReadonlyMap<number, ReadonlyMap<string, Shown>> => {
  const { groups, steps, windows, rest, isTotalShown = () => false, mayShow = () => true } = series;
  const countOf = (group: string, step: number) => steps[step]?.get(group) ?? 0;
  const cellOf = (window: number, group: string): Cell => {
    const first = Math.max(0, at - window + 1);
    const cell: Cell = { window, group, value: 0, untold: 0, terms: [] };
    for (let step = first; step <= at; step++) {
      const unknown = unknowns.get(group)?.[step] ?? null;
      cell.value += countOf(group, step);
      if (unknown === null) continue;
      cell.untold += countOf(group, step);
      cell.terms.push(unknown);
    }
    return cell;
  };
  for (const group of groups) {
    const count = countOf(group, at);
    // Whoever reads "under 5" or "hidden" knows that much of the count.
    const unknown = isSmall(count) ? auditor.add(SMALL) : auditor.add(LARGE);
    unknowns.get(group)?.push(count === 0 ? null : unknown);
  }
  for (const group of groups) keepSmall(group, Math.max(...windows), cellOf, auditor);
  const closed = windows.filter((window) => {
    if (!mayShow(at, window)) return true;
    if (!isTotalShown(at, window)) return false;
    const cells = groups.map((group) => cellOf(window, group));
    const terms = cells.flatMap((cell) => cell.terms);
    return terms.length > 0 && !auditor.tell(terms, sum(cells.map(({ untold }) => untold)));
  });
  const shown = new Map<number, ReadonlyMap<string, Shown>>();
  for (const window of windows) {
    const cells = groups.map((group) => cellOf(window, group));
    const view = new Map<string, Shown>(groups.map((group) => [group, 'hidden']));
    shown.set(window, view);
    if (closed.includes(window)) continue;
    for (const cell of cells.toSorted((a, b) => b.value - a.value)) {
      if (cell.group === rest) continue;
      const as = tellCell(cell, auditor);
      view.set(cell.group, as);
      if (window === 1 && typeof as === 'number') unknowns.get(cell.group)?.splice(at, 1, null);
    }
  }
  return shown;
};

const tellCell = ({ value, untold, terms }: Cell, auditor: Auditor): Shown => {
  if (isSmall(value)) return auditor.tellRange(terms, SMALL) ? 'under-5' : 'hidden';
  return terms.length === 0 || auditor.tell(terms, untold) ? value : 'hidden';
};

/** Keeps every small sum that ends here: a later view of which the rest is nothing would be the same sum. */
const keepSmall = (
  group: string,
  longest: number,
  cellOf: (window: number, group: string) => Cell,
  auditor: Auditor,
): void => {
  let before = 0;
  for (let window = 1; window <= longest; window++) {
    const { value, terms } = cellOf(window, group);
    if (value >= LEAST) return;
    if (value !== before) auditor.keep(terms);
    before = value;
  }
};

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
