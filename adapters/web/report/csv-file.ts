import { stringify } from 'csv-stringify/sync';
import { LONGEST } from '../../../bot/adoption/periods.ts';
import type { Figures, Publication } from '../../../bot/adoption/publication.ts';
import type { Report } from '../../../bot/adoption/report.ts';
import { daysOf, weeksFrom } from '../../../bot/adoption/week.ts';
import { LOCALES } from '../../../cards/locales.ts';
import { count, marginIn, SECTION_NAMES, tableOf, type Value } from '../../../cards/report/figures.ts';
import { runningValue, runningWords } from '../../../cards/report/running.ts';
import type { Speech } from '../../../cards/speech.ts';

/** One figure per line. Danish spreadsheets expect semicolons, a byte order mark and decimal commas. */
export const csvFile = ({ publication, running, stories }: Report, speech: Speech): string => {
  const { columns, sections } = speech.t.report;
  const head = [
    columns.figure,
    columns.group,
    columns.weeks,
    columns.from,
    columns.to,
    columns.value,
    columns.unit,
    columns.note,
  ];
  const lines =
    publication === null
      ? []
      : [...linesOf(publication, speech), ...weekLines(publication, speech), ...runningLine(running, speech)];
  return stringify(
    [head, ...storyLines(stories, speech), ...lines.map((line) => [sections[line.section].title, ...line.cells])],
    {
      delimiter: ';',
      bom: true,
      // Text that starts like a formula must not be evaluated.
      escape_formulas: true,
      cast: { number: (value) => String(value).replace('.', LOCALES[speech.language].decimal) },
    },
  );
};

/** A story is no figure: its words stand as a note. */
const storyLines = (stories: Report['stories'], speech: Speech): (string | number)[][] => {
  const title = speech.t.report.files.storiesSheet;
  return stories[LONGEST].map(({ principle, text }) => [
    title,
    speech.principle(principle),
    LONGEST,
    '',
    '',
    '',
    '',
    text,
  ]);
};

type Line = { section: keyof Speech['t']['report']['sections']; cells: (string | number)[] };

const linesOf = (publication: Publication, speech: Speech): Line[] =>
  SECTION_NAMES.flatMap((section) =>
    tableOf(section, publication, speech).flatMap(({ id, label, periods }) =>
      periods.flatMap(({ weeks, now, before }) => {
        const period = publication.periods.find((candidate) => candidate.weeks === weeks);
        const line = (of: Figures | null | undefined, value: Value): Line[] => {
          if (of === null || of === undefined) return [];
          const margin = marginIn(section, id, value, weeks);
          const [number = '', unit = '', note = ''] = cells(value, speech);
          const remark = margin === null ? note : speech.t.report.margin(margin);
          return [
            { section, cells: [label, weeks, daysOf(of.first).first, daysOf(of.last).last, number, unit, remark] },
          ];
        };
        return [...line(period?.now, now), ...line(period?.before, before)];
      }),
    ),
  );

const weekLines = ({ series }: Publication, speech: Speech): Line[] =>
  series.map(({ week, from = week, asked }) => ({
    section: 'weeks',
    cells: [week, weeksFrom(from, week).length, daysOf(from).first, daysOf(week).last, ...cells(count(asked), speech)],
  }));

/** The current week, marked as unfinished. */
const runningLine = ({ week, asked }: Report['running'], speech: Speech): Line[] => {
  if (asked === null) return [];
  const [value = '', unit = '', note = ''] = cells(runningValue(asked), speech);
  const { unfinished } = speech.t.report.running;
  const { first, last } = daysOf(week);
  const remark = note === '' ? runningWords(asked, speech) : note;
  return [{ section: 'weeks', cells: [week, 1, first, last, value, unit, `${remark}, ${unfinished}`] }];
};

/** The value, its unit, and a note when there is no value. */
const cells = (value: Value, { t }: Speech): (string | number)[] => {
  const { shown, units } = t.report;
  if (value.kind !== 'number') return ['', '', shown[value.kind]];
  const rounded = value.unit === 'percent' ? Math.round(value.value * 1000) / 10 : Math.round(value.value * 100) / 100;
  return [rounded, units[value.unit], ''];
};
