import type { Publication } from '../../../bot/adoption/publication.ts';
import type { Report } from '../../../bot/adoption/report.ts';
import { daysOf } from '../../../bot/adoption/week.ts';
import type { Week } from '../../../bot/time/iso-week.ts';
import type { Language } from '../../../bot/words.ts';
import { LOCALES } from '../../../cards/locales.ts';
import { runningWords } from '../../../cards/report/running.ts';
import { sayValue } from '../../../cards/report/say-value.ts';
import { type Html, html } from '../html.ts';
import { weekBars } from './charts.ts';
import type { Look } from './look.ts';

const BROAD_WIDTH = 1080;
const NARROW_WIDTH = 380;
/** The number of weeks that fit on a phone. */
const MAX_WEEKS_NARROW = 26;

/** Cases per week, and the current, unfinished week. */
export const weeksSection = ({ publication, running }: Report, look: Look): Html | null => {
  if (publication === null) return null;
  const { report } = look.speech.t;
  const { title, definition } = report.sections.weeks;
  const weeks = publication.series.map(({ week, asked }, index, all) => ({
    label: report.weekShort(numberOf(week)),
    count: typeof asked === 'number' ? asked : null,
    isNow: index >= all.length - look.period,
  }));
  return html`<section aria-labelledby="weeks">
<h2 id="weeks">${title}</h2>
<p class="definition">${definition}</p>
<figure class="wide" role="group">
<div role="img" aria-label="${alternative(publication, look)}">
<div class="broad">${weekBars(weeks, BROAD_WIDTH, 4)}</div>
<div class="narrow">${weekBars(weeks.slice(-MAX_WEEKS_NARROW), NARROW_WIDTH, 8)}</div>
</div>
</figure>
<div class="running"><p><strong>${runningWords(running.asked, look.speech)}</strong></p><p class="quiet">${report.weekShort(numberOf(running.week))}, ${report.running.unfinished}</p><p class="quiet small">${report.running.text}</p></div>
<details><summary>${report.tables}</summary>${weeksTable(publication, look)}</details>
</section>`;
};

export const numberOf = (week: Week): number => Number(week.slice(-2));

const alternative = ({ series }: Publication, { speech }: Look): string => {
  const counts = series.map(({ asked }) => asked).filter((asked) => typeof asked === 'number');
  const { number } = speech;
  const [min, max] = [Math.min(...counts), Math.max(...counts)];
  const { report } = speech.t;
  return counts.length === 0
    ? report.shown.none
    : report.alternative.weeks(number(min), number(max), number(series.length));
};

const weeksTable = ({ series }: Publication, { speech, language }: Look): Html => {
  const { report } = speech.t;
  return html`<div class="scroll"><table>
<caption>${report.sections.weeks.title}</caption>
<thead><tr><th scope="col">${report.columns.week}</th><th scope="col">${report.columns.from}</th><th scope="col">${report.columns.cases}</th><th scope="col">${report.columns.rate}</th></tr></thead>
<tbody>
${series.toReversed().map(({ week, asked, rate }) => {
  const value =
    typeof asked === 'number' ? ({ kind: 'number', value: asked, unit: 'count' } as const) : { kind: asked };
  return html`<tr><th scope="row">${report.weekName(numberOf(week), Number(week.slice(0, 4)))}</th><td>${sayDay(daysOf(week).first, language)}</td><td class="${typeof asked === 'number' ? 'now' : 'few'}">${sayValue(value, speech)}</td><td>${rate === null ? null : sayValue({ kind: 'number', value: rate, unit: 'rate' }, speech)}</td></tr>
`;
})}</tbody>
</table></div>`;
};

/** Two days as YYYY-MM-DD, such as "15. juni–6. september 2026". */
export const saySpan = (first: string, last: string, language: Language): string =>
  new Intl.DateTimeFormat(LOCALES[language].name, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).formatRange(new Date(first), new Date(last));

/** Formats YYYY-MM-DD, such as "24. nov. 2026". */
const sayDay = (day: string, language: Language): string =>
  new Intl.DateTimeFormat(LOCALES[language].name, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(day));
