import type { Publication, WeekShown } from '../../../bot/adoption/publication.ts';
import type { Report } from '../../../bot/adoption/report.ts';
import { daysOf } from '../../../bot/adoption/week.ts';
import type { Week } from '../../../bot/time/iso-week.ts';
import type { Language } from '../../../bot/words.ts';
import { LOCALES } from '../../../cards/locales.ts';
import { count } from '../../../cards/report/figures.ts';
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
  const now = publication.periods.find(({ weeks: period }) => period === look.period)?.now;
  const weeks = publication.series.map((shown) => ({
    label: shortName(shown, look),
    count: typeof shown.asked === 'number' ? shown.asked : null,
    isNow: now !== undefined && shown.week >= now.first && shown.week <= now.last,
  }));
  const isByBlock = publication.series.some(({ from }) => from !== undefined);
  return html`<section aria-labelledby="weeks">
<h2 id="weeks">${title}</h2>
<p class="definition">${definition}${isByBlock ? ` ${report.byBlock}` : null}</p>
<figure class="wide" role="group">
<div role="img" aria-label="${alternative(publication, look)}">
<div class="broad">${weekBars(weeks, BROAD_WIDTH, 4)}</div>
<div class="narrow">${weekBars(weeks.slice(-MAX_WEEKS_NARROW), NARROW_WIDTH, 8)}</div>
</div>
</figure>
${
  running.asked === null
    ? null
    : html`<div class="running"><p><strong>${runningWords(running.asked, look.speech)}</strong></p><p class="quiet">${report.weekShort(numberOf(running.week))}, ${report.running.unfinished}</p><p class="quiet small">${report.running.text}</p></div>`
}
<details><summary>${report.tables}</summary>${weeksTable(publication, look)}</details>
</section>`;
};

const shortName = ({ week, from }: WeekShown, { speech }: Look): string => {
  const { weekShort, weekSpan } = speech.t.report;
  return from === undefined || from === week ? weekShort(numberOf(week)) : weekSpan(numberOf(from), numberOf(week));
};

const numberOf = (week: Week): number => Number(week.slice(-2));

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
${series.toReversed().map(({ week, from = week, asked, rate }) => {
  return html`<tr><th scope="row">${report.weekName(numberOf(week), Number(week.slice(0, 4)))}</th><td>${sayDay(daysOf(from).first, language)}</td><td class="${typeof asked === 'number' ? 'now' : 'few'}">${sayValue(count(asked), speech)}</td><td>${rate === null ? null : sayValue({ kind: 'number', value: rate, unit: 'rate' }, speech)}</td></tr>
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
