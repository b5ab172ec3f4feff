import type { NudgeTextId } from '../ids.ts';
import { FIELDS_OF_WORK, type FieldOfWork, type Principle } from '../words.ts';
import type { Nudge } from './nudge-library.ts';
import type { Run } from './run.ts';

/** How often each text was used. */
type Uses = ReadonlyMap<NudgeTextId, number>;

/** Texts for everybody between two texts for one field, so that those of the field last a year. */
const GENERAL_BETWEEN = 2;

const fitting = (library: readonly Nudge[], principle: Principle, field: FieldOfWork): readonly Nudge[] =>
  library.filter((nudge) => nudge.principle === principle && (nudge.field === 'all' || nudge.field === field));

const usesOf = (texts: readonly NudgeTextId[]): Uses => {
  const uses = new Map<NudgeTextId, number>();
  for (const text of texts) uses.set(text, (uses.get(text) ?? 0) + 1);
  return uses;
};

const leastUsed = (nudges: readonly Nudge[], uses: Uses): Nudge | null => {
  const fewest = Math.min(...nudges.map(({ id }) => uses.get(id) ?? 0));
  return nudges.find(({ id }) => (uses.get(id) ?? 0) === fewest) ?? null;
};

/**
 * Chooses a week's text for each field of work: the one used in the fewest earlier weeks, in library order. Colleagues
 * get the same text so that they can talk about it, and a field its own every third time (docs/rules.md, "Which text").
 * Texts that HR swapped away come last.
 */
export const textsOfWeek = (
  library: readonly Nudge[],
  principle: Principle,
  earlier: readonly Run['texts'][],
  skipped: readonly NudgeTextId[],
): Run['texts'] => {
  const uses = usesOf(earlier.flatMap((texts) => [...new Set(Object.values(texts))]));
  const chosen = FIELDS_OF_WORK.map((field) => {
    const all = fitting(library, principle, field);
    const unskipped = all.filter(({ id }) => !skipped.includes(id));
    const left = unskipped.length === 0 ? all : unskipped;
    const own = left.filter((nudge) => nudge.field === field);
    const general = left.filter((nudge) => nudge.field !== field);
    const had = earlier
      .map((texts) => all.find(({ id }) => id === texts[field]))
      .filter((nudge) => nudge !== undefined);
    const hadOwn = had.filter((nudge) => nudge.field === field).length;
    const isOwnTurn = had.length - hadOwn >= hadOwn * GENERAL_BETWEEN;
    const [first, second] = isOwnTurn ? [own, general] : [general, own];
    return [field, leastUsed(first.length === 0 ? second : first, uses)?.id ?? ''] as const;
  });
  return Object.fromEntries(chosen) as Run['texts'];
};

/**
 * Chooses one person's text: the week's own, unless they had it. Nobody gets a nudge twice before they had all that
 * fit. Null when the library has none for the principle.
 */
export const textFor = (
  {
    principle,
    field,
    ofWeek,
    had,
    swapped = NOT_SWAPPED,
  }: {
    principle: Principle;
    field: FieldOfWork;
    ofWeek: NudgeTextId | null;
    had: readonly NudgeTextId[];
    swapped?: Swapped;
  },
  library: readonly Nudge[],
): NudgeTextId | null => {
  const all = fitting(library, principle, field);
  const from = Math.max(
    0,
    all.findIndex(({ id }) => id === ofWeek),
  );
  return leastUsed(inSwappedOrder([...all.slice(from), ...all.slice(0, from)], swapped), usesOf(had))?.id ?? null;
};

/** What HR changed in a week: the texts that they swapped away, and what they chose instead. */
export type Swapped = Pick<Run, 'skipped' | 'instead'>;
const NOT_SWAPPED: Swapped = { skipped: [] };

/** Whatever was swapped away is out, unless nothing else is left; a text chosen instead stands in its place. */
const inSwappedOrder = (order: readonly Nudge[], { skipped, instead = [] }: Swapped): readonly Nudge[] => {
  const placed = order.map(({ id }) => {
    const by = instead.find(({ text }) => text === id)?.by;
    return order.find((nudge) => nudge.id === (by ?? id)) ?? null;
  });
  const left = [...new Set(placed)].filter((nudge) => nudge !== null && !skipped.includes(nudge.id));
  return left.length === 0 ? order : left.filter((nudge) => nudge !== null);
};
