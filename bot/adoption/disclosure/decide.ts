import { Auditor } from './auditor.ts';
import type { Range } from './bounds.ts';
import { MIN_GROUP_SIZE, type Shown } from './small-groups.ts';

/** Counts of the same groups over time. */
export type Series = {
  groups: readonly string[];
  /** Each step's counts by group. */
  steps: readonly ReadonlyMap<string, number>[];
  /** Window lengths in steps, the max valuable first; 1 is among them. */
  windows: readonly number[];
  /** Whether readers also know the sum of all groups in this window. */
  isTotalShown?(step: number, window: number): boolean;
  /** A group that reports never name: the remainder of the sum. */
  rest?: string;
  /** Whether this window may show anything at all. */
  mayShow?(step: number, window: number): boolean;
};

/** What may be shown: by step, window and group. */
export type Decided = ReadonlyMap<number, ReadonlyMap<string, Shown>>[];

/**
 * `undisclosed`: the part of `value` that no single-step figure has shown; `terms` are the unknown counts it is the sum
 * of.
 */
type Cell = { window: number; group: string; value: number; undisclosed: number; terms: number[] };

const SMALL: Range = { min: 1, max: MIN_GROUP_SIZE - 1 };
const LARGE: Range = { min: MIN_GROUP_SIZE, max: Infinity };

const isSmall = (value: number): boolean => value > 0 && value < MIN_GROUP_SIZE;

/**
 * Decides step by step what a report may show, given all that earlier reports showed: never a count from 1 to 4, and
 * never anything from which one could be worked out. Where more must be hidden, it hides the smallest counts that
 * suffice, and prefers to hide later entries of `windows`. Deterministic.
 */
export const decideSeries = (series: Series): Decided => {
  const auditor = new Auditor();
  /** By group and step, the unknown for a count that was not shown; null for one that was, and for 0. */
  const unknowns = new Map<string, (number | null)[]>(series.groups.map((group) => [group, []]));
  return series.steps.map((_step, step) => decideStep(series, step, auditor, unknowns));
};

const decideStep = (
  series: Series,
  current: number,
  auditor: Auditor,
  unknowns: Map<string, (number | null)[]>,
): ReadonlyMap<number, ReadonlyMap<string, Shown>> => {
  const { groups, steps, windows, rest, isTotalShown = () => false, mayShow = () => true } = series;
  const countOf = (group: string, step: number) => steps[step]?.get(group) ?? 0;
  const cellOf = (window: number, group: string): Cell => {
    const first = Math.max(0, current - window + 1);
    const cell: Cell = { window, group, value: 0, undisclosed: 0, terms: [] };
    for (let step = first; step <= current; step++) {
      const unknown = unknowns.get(group)?.[step] ?? null;
      cell.value += countOf(group, step);
      if (unknown === null) continue;
      cell.undisclosed += countOf(group, step);
      cell.terms.push(unknown);
    }
    return cell;
  };
  for (const group of groups) {
    const count = countOf(group, current);
    // A reader who sees "under 5" or "hidden" knows this range.
    const unknown = isSmall(count) ? auditor.add(SMALL) : auditor.add(LARGE);
    unknowns.get(group)?.push(count === 0 ? null : unknown);
  }
  for (const group of groups) protectSmall(group, Math.max(...windows), cellOf, auditor);
  const closed = windows.filter((window) => {
    if (!mayShow(current, window)) return true;
    if (!isTotalShown(current, window)) return false;
    const cells = groups.map((group) => cellOf(window, group));
    const terms = cells.flatMap((cell) => cell.terms);
    return terms.length > 0 && !auditor.disclose(terms, sum(cells.map(({ undisclosed }) => undisclosed)));
  });
  const shown = new Map<number, ReadonlyMap<string, Shown>>();
  for (const window of windows) {
    const cells = groups.map((group) => cellOf(window, group));
    const view = new Map<string, Shown>(groups.map((group) => [group, 'hidden']));
    shown.set(window, view);
    if (closed.includes(window)) continue;
    for (const cell of cells.toSorted((a, b) => b.value - a.value)) {
      if (cell.group === rest) continue;
      const shownAs = discloseCell(cell, auditor);
      view.set(cell.group, shownAs);
      if (window === 1 && typeof shownAs === 'number') unknowns.get(cell.group)?.splice(current, 1, null);
    }
  }
  return shown;
};

const discloseCell = ({ value, undisclosed, terms }: Cell, auditor: Auditor): Shown => {
  if (isSmall(value)) return auditor.discloseRange(terms, SMALL) ? 'under-5' : 'hidden';
  return terms.length === 0 || auditor.disclose(terms, undisclosed) ? value : 'hidden';
};

/**
 * Protects every small sum that ends at this step. A longer window that adds only zeros has the same sum, so it is
 * skipped.
 */
const protectSmall = (
  group: string,
  longest: number,
  cellOf: (window: number, group: string) => Cell,
  auditor: Auditor,
): void => {
  let before = 0;
  for (let window = 1; window <= longest; window++) {
    const { value, terms } = cellOf(window, group);
    if (value >= MIN_GROUP_SIZE) return;
    if (value !== before) auditor.protect(terms);
    before = value;
  }
};

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
