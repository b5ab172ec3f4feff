import writeExcelFile, { type SheetData } from 'write-excel-file/node';
import { LONGEST } from '../../../bot/adoption/periods.ts';
import type { Figures, Publication } from '../../../bot/adoption/publication.ts';
import type { Report } from '../../../bot/adoption/report.ts';
import { daysOf } from '../../../bot/adoption/week.ts';
import { count, SECTION_NAMES, type Section, tableOf, type Value } from '../../../cards/report/figures.ts';
import { runningValue, runningWords } from '../../../cards/report/running.ts';
import type { Speech } from '../../../cards/speech.ts';

type Cell = SheetData[number][number];
type Sheet = { data: SheetData; sheet: string; columns: { width: number }[] };

const DATE = 'dd-mm-yyyy';

/** One sheet per figure, one with definitions, one with stories where there are any, and one with the periods. Cells are typed as dates and numbers. */
export const xlsxFile = ({ publication, running, stories }: Report, speech: Speech): Promise<Buffer> => {
  const sheets: Sheet[] = [
    definitions(speech),
    ...(stories[LONGEST].length === 0 ? [] : [told(stories[LONGEST], speech)]),
    ...(publication === null
      ? []
      : [
          periods(publication, speech),
          weeks(publication, running, speech),
          ...SECTION_NAMES.filter((name) => name !== 'weeks').map((name) => figure(name, publication, speech)),
        ]),
  ];
  return writeExcelFile(sheets).toBuffer();
};

const head = (...texts: string[]): Cell[] => texts.map((value) => ({ value, fontWeight: 'bold' }));
const date = (day: string): Cell => ({ value: new Date(day), type: Date, format: DATE });

const definitions = ({ t: { report } }: Speech): Sheet => ({
  sheet: report.files.sheet,
  columns: [{ width: 34 }, { width: 120 }],
  data: [
    head(report.columns.figure, report.columns.definition),
    ...Object.values(report.sections).map(({ title, definition }) => [title, definition]),
    [report.shown['under-5'], report.small],
    [report.margins, report.noise(report.marginsInWords)],
  ],
});

const told = (stories: Report['stories'][typeof LONGEST], speech: Speech): Sheet => ({
  sheet: speech.t.report.files.storiesSheet,
  columns: [{ width: 26 }, { width: 120 }],
  data: [
    head(speech.t.report.files.principle, speech.t.report.stories.lead(LONGEST)),
    ...stories.map(({ principle, text }) => [
      speech.principle(principle),
      { value: text, type: String, wrap: true, alignVertical: 'top' as const },
    ]),
  ],
});

const datesOf = ({ first, last }: Figures): Cell[] => [date(daysOf(first).first), date(daysOf(last).last)];

const periods = ({ periods }: Publication, { t: { report } }: Speech): Sheet => ({
  sheet: report.files.periodsSheet,
  columns: [{ width: 28 }, { width: 14 }, { width: 14 }],
  data: [
    head(report.periods.label, report.columns.from, report.columns.to),
    ...periods.flatMap(({ weeks, now, before }) => [
      [report.periods.weeks(weeks), ...datesOf(now)],
      ...(before === null ? [] : [[`${report.periods.weeks(weeks)}, ${report.periods.before}`, ...datesOf(before)]]),
    ]),
  ],
});

const weeks = ({ series }: Publication, running: Report['running'], speech: Speech): Sheet => ({
  sheet: sheetName(speech.t.report.sections.weeks.title),
  columns: [{ width: 12 }, { width: 14 }, { width: 12 }, { width: 18 }, { width: 44 }],
  data: [
    head(
      speech.t.report.columns.week,
      speech.t.report.columns.monday,
      speech.t.report.columns.cases,
      speech.t.report.columns.rate,
      speech.t.report.columns.note,
    ),
    ...series.map(({ week, from = week, asked, rate }) => [
      week,
      date(daysOf(from).first),
      cell(count(asked), speech),
      rate === null ? null : cell({ kind: 'number', value: rate, unit: 'rate' }, speech),
    ]),
    ...(running.asked === null
      ? []
      : [
          [
            running.week,
            date(daysOf(running.week).first),
            cell(runningValue(running.asked), speech),
            null,
            `${runningWords(running.asked, speech)}, ${speech.t.report.running.unfinished}`,
          ],
        ]),
  ],
});

const figure = (name: Section, publication: Publication, speech: Speech): Sheet => {
  const { report } = speech.t;
  const rows = tableOf(name, publication, speech);
  const looks = publication.periods.flatMap(({ weeks }) => [
    report.periods.weeks(weeks),
    `${report.periods.weeks(weeks)}, ${report.periods.before}`,
  ]);
  return {
    sheet: sheetName(report.sections[name].title),
    columns: [{ width: 40 }, ...looks.map(() => ({ width: 20 }))],
    data: [
      head(report.columns.group, ...looks),
      ...rows.map(({ label, periods }) => [
        label,
        ...periods.flatMap(({ now, before }) => [cell(now, speech), cell(before, speech)]),
      ]),
    ],
  };
};

const FORMATS = { count: '#,##0', percent: '0%', hours: '0.##', rate: '0.00' } as const;

const cell = (value: Value, { t }: Speech): Cell =>
  value.kind === 'number'
    ? { value: value.value, type: Number, format: FORMATS[value.unit] }
    : { value: t.report.shown[value.kind], type: String };

/** Excel allows 31 characters in a sheet name, and forbids some. */
const sheetName = (title: string): string => title.replace(/[[\]:*?/\\]/g, '').slice(0, 31);
