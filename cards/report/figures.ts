import { WAITS } from '../../bot/adoption/histogram.ts';
import { MARGINS, type Period } from '../../bot/adoption/periods.ts';
import { OTHERS, UNKNOWN_UNIT, UNSPLIT } from '../../bot/adoption/pool-units.ts';
import type { Cells, Figures, Publication } from '../../bot/adoption/publication.ts';
import type { Shown } from '../../bot/adoption/small-groups.ts';
import { HELPFUL } from '../../bot/words.ts';
import type { Speech } from '../speech.ts';
import type { Texts } from '../texts/texts.ts';

/** A figure as it may be shown; the page, the files and the chat show the same. */
export type Value =
  | { kind: 'number'; value: number; unit: 'count' | 'percent' | 'hours' | 'rate' }
  | { kind: 'under-5' | 'none' | 'uncounted' };

export type Row = { id: string; label: string; value: Value };
export type Section = keyof Texts['report']['sections'];

/** The rows of a section in one period. */
export const rowsOf = (section: Section, figures: Figures, speech: Speech): Row[] => SECTIONS[section](figures, speech);

const number = (value: number, unit: Extract<Value, { kind: 'number' }>['unit']): Value => ({
  kind: 'number',
  value,
  unit,
});
const maybe = (value: number | null, unit: Extract<Value, { kind: 'number' }>['unit']): Value =>
  value === null ? { kind: 'none' } : number(value, unit);

export const count = (shown: Shown): Value =>
  typeof shown === 'number' ? number(shown, 'count') : { kind: 'under-5' };

/** The rows of a table that may have too few counts to show; then no cell has a number. */
const orNone = (cells: Cells, names: readonly string[], labels: Readonly<Record<string, string>>): Row[] =>
  cells.length > 0
    ? byName(cells, labels)
    : names.map((name) => ({ id: name, label: labels[name] ?? name, value: { kind: 'none' } }));

const byName = (cells: Cells, labels: Readonly<Record<string, string>>): Row[] =>
  cells.map(({ name, count: shown }) => ({ id: name, label: labels[name] ?? name, value: count(shown) }));

/** Whether a name stands for pooled units rather than one unit. */
const isPooled = (name: string): boolean => name === OTHERS || name === UNSPLIT || name === UNKNOWN_UNIT;

const unitName = (name: string, { t }: Speech): string => {
  const groups: Record<string, string> = t.report.groups;
  return groups[name] ?? name;
};

/** How many units have at least five people, and which of them sent no case; null without such units. */
export const spreadOf = ({ units }: Figures): { active: number; all: number; quiet: string[] } | null => {
  const named = units.filter(({ name }) => !isPooled(name));
  if (named.length === 0) return null;
  const quiet = named.filter(({ count }) => count === 0).map(({ name }) => name);
  return { active: named.length - quiet.length, all: named.length, quiet };
};

/** Cases per 100 people and week, from numbers that are shown anyway: a unit's cases and its latest headcount. */
const rateOf = ({ people, count: shown }: Figures['units'][number], { weeks }: Figures): Value => {
  if (typeof shown !== 'number') return { kind: 'under-5' };
  return people * weeks === 0 ? { kind: 'none' } : number((shown / (people * weeks)) * 100, 'rate');
};

const WAIT_NAMES = WAITS.map(({ name }) => name);
const PEOPLE = ['withChat', 'unreachable', 'paused', 'stopped'] as const;
const UNCOUNTED: Value = { kind: 'uncounted' };

type RowsOf = (figures: Figures, speech: Speech) => Row[];

const SECTIONS: Record<Section, RowsOf> = {
  reach: (figures, { t: { report } }) => [
    { id: 'directory', label: report.rows.directory, value: number(figures.directory, 'count') },
    ...PEOPLE.map((id) => ({
      id,
      label: report.rows[id],
      value: figures.people === null ? UNCOUNTED : count(figures.people[id]),
    })),
    { id: 'nudged', label: report.rows.nudged, value: count(figures.nudged) },
  ],
  engagement: (figures, { t: { report } }) => [
    { id: 'pressed', label: report.rows.pressed, value: count(figures.pressed) },
    {
      id: 'stories',
      label: report.rows.stories,
      value: figures.stories === undefined || figures.stories === null ? UNCOUNTED : count(figures.stories),
    },
  ],
  quarterly: (figures, { t }) => byName(figures.quarterly, t.nudges.quarterly.answers),
  weeks: () => [],
  sparring: (figures, { t: { report } }) => [
    { id: 'asked', label: report.rows.asked, value: count(figures.asked) },
    { id: 'rate', label: report.rows.rate, value: maybe(figures.rate, 'rate') },
    ...byName(figures.names, report.rows),
    { id: 'anonymousShare', label: report.rows.anonymousShare, value: maybe(figures.shares.anonymous, 'percent') },
    ...byName(figures.behalf, report.rows),
    { id: 'onBehalfShare', label: report.rows.onBehalfShare, value: maybe(figures.shares.onBehalf, 'percent') },
    { id: 'talks', label: report.rows.talks, value: count(figures.talks) },
    { id: 'introductions', label: report.rows.introductions, value: count(figures.introductions) },
    { id: 'reopened', label: report.rows.reopened, value: count(figures.reopened) },
  ],
  units: (figures, speech) =>
    figures.units.map(({ name, count: shown }) => ({ id: name, label: unitName(name, speech), value: count(shown) })),
  unitRates: (figures, speech) =>
    figures.units.map((unit) => ({ id: unit.name, label: unitName(unit.name, speech), value: rateOf(unit, figures) })),
  principles: (figures, speech) =>
    figures.principles.map(({ name, count: shown }) => ({
      id: name,
      label: speech.principles.find(({ id }) => id === name)?.name ?? name,
      value: count(shown),
    })),
  topics: (figures, { t }) => byName(figures.topics, t.labels.topic),
  speed: (figures, { t: { report } }) => [
    { id: 'median', label: report.rows.median, value: maybe(figures.times?.median ?? null, 'hours') },
    { id: 'most', label: report.rows.most, value: maybe(figures.times?.most ?? null, 'hours') },
    { id: 'keptShare', label: report.rows.keptShare, value: maybe(figures.shares.kept, 'percent') },
    ...byName(figures.promises, report.rows),
    ...orNone(figures.waits, WAIT_NAMES, report.waits),
  ],
  help: (figures, { t }) => orNone(figures.helpful, HELPFUL, t.labels.helpful),
  outcomes: (figures, { t }) => byName(figures.outcomes, t.labels.outcome),
  steps: (figures, { t }) => byName(figures.steps, t.report.rows),
  stepsKept: (figures, { t }) => byName(figures.stepsKept, t.labels.kept),
  askedBack: (figures, { t: { report } }) =>
    byName(figures.askedBack, { yes: report.rows.askedFirst, no: report.rows.advisedAtOnce }),
  spread: (figures, { t: { report } }) => {
    const spread = spreadOf(figures);
    return [
      { id: 'active', label: report.rows.active, value: maybe(spread?.active ?? null, 'count') },
      { id: 'all', label: report.rows.all, value: maybe(spread?.all ?? null, 'count') },
    ];
  },
  load: ({ load }, { t: { report } }) => [
    { id: 'agents', label: report.rows.agents, value: maybe(load?.agents ?? null, 'count') },
    { id: 'busiest', label: report.rows.busiest, value: maybe(load?.busiestFifth ?? null, 'percent') },
  ],
};

/** The sections that count groups, whose numbers are noised. */
const OF_GROUPS: readonly Section[] = [
  'reach',
  'engagement',
  'quarterly',
  'sparring',
  'units',
  'principles',
  'topics',
  'speed',
  'help',
  'outcomes',
  'steps',
  'stepsKept',
  'askedBack',
];
const OF_EVERYBODY = ['directory', 'asked'];

/** How far the counts of a section usually are from the true ones; null where they are not counts of groups. */
export const marginOf = (section: Section, period: Period): number | null =>
  OF_GROUPS.includes(section) ? MARGINS[period] : null;

/** The same for one row. A 0 is always true. */
export const marginIn = (section: Section, id: string, value: Value, period: Period): number | null =>
  value.kind === 'number' && value.unit === 'count' && value.value > 0 && !OF_EVERYBODY.includes(id)
    ? marginOf(section, period)
    : null;

export const SECTION_NAMES = Object.keys(SECTIONS) as Section[];

/** A row of a table, with its value in each period and in the period before. */
export type TableRow = { id: string; label: string; periods: { weeks: Period; now: Value; before: Value }[] };

const NONE: Value = { kind: 'none' };

/** A section as a table, with every period next to the period before. */
export const tableOf = (section: Section, { periods }: Publication, speech: Speech): TableRow[] => {
  const looks = periods.map(({ weeks, now, before }) => ({
    weeks,
    now: rowsOf(section, now, speech),
    before: before === null ? [] : rowsOf(section, before, speech),
  }));
  const rows = new Map(looks.flatMap(({ now, before }) => [...before, ...now]).map(({ id, label }) => [id, label]));
  return [...rows].map(([id, label]) => ({
    id,
    label,
    periods: looks.map(({ weeks, now, before }) => ({
      weeks,
      now: now.find((row) => row.id === id)?.value ?? NONE,
      before: before.find((row) => row.id === id)?.value ?? NONE,
    })),
  }));
};
