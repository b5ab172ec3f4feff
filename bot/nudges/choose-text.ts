import { FIELDS_OF_WORK, type FieldOfWork, type Principle } from '../words.ts';
import type { Nudge } from './nudge-library.ts';
import type { Run } from './run.ts';

/** How often each nudge was used. */
type Uses = ReadonlyMap<string, number>;

const fitting = (library: readonly Nudge[], principle: Principle, field: FieldOfWork): readonly Nudge[] =>
  library.filter((nudge) => nudge.principle === principle && (nudge.field === 'all' || nudge.field === field));

const usesOf = (texts: readonly string[]): Uses => {
  const uses = new Map<string, number>();
  for (const text of texts) uses.set(text, (uses.get(text) ?? 0) + 1);
  return uses;
};

const leastUsed = (nudges: readonly Nudge[], uses: Uses): Nudge | null => {
  const least = Math.min(...nudges.map(({ id }) => uses.get(id) ?? 0));
  return nudges.find(({ id }) => (uses.get(id) ?? 0) === least) ?? null;
};

/**
 * What a week says, by field of work: what was said in the fewest weeks before, in the library's order. Colleagues get
 * the same, so that they can talk about it. What was swapped away comes last.
 */
export const textsOfWeek = (
  library: readonly Nudge[],
  principle: Principle,
  earlier: readonly string[],
  skipped: readonly string[],
): Run['texts'] => {
  const uses = usesOf(earlier);
  const chosen = FIELDS_OF_WORK.map((field) => {
    const all = fitting(library, principle, field);
    // A nudge made for the field comes before one for everybody that was used as seldom.
    const own = [...all.filter((nudge) => nudge.field === field), ...all.filter((nudge) => nudge.field !== field)];
    const left = own.filter(({ id }) => !skipped.includes(id));
    return [field, leastUsed(left.length === 0 ? own : left, uses)?.id ?? ''] as const;
  });
  return Object.fromEntries(chosen) as Run['texts'];
};

/**
 * What one person gets: what the week says, unless they had it. Nobody gets a nudge again before they had all that fit.
 * Null when the library holds nothing for the principle.
 */
export const textFor = (
  {
    principle,
    field,
    ofWeek,
    had,
  }: { principle: Principle; field: FieldOfWork; ofWeek: string; had: readonly string[] },
  library: readonly Nudge[],
): string | null => {
  const all = fitting(library, principle, field);
  const from = Math.max(
    0,
    all.findIndex(({ id }) => id === ofWeek),
  );
  return leastUsed([...all.slice(from), ...all.slice(0, from)], usesOf(had))?.id ?? null;
};
