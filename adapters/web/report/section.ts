import type { Figures } from '../../../bot/adoption/publication.ts';
import { marginOf, type Row, rowsOf, type Section, type Value } from '../../../cards/report/figures.ts';
import { sayValue } from '../../../cards/report/say-value.ts';
import { type Html, html } from '../html.ts';
import { type Bar, horizontalBars } from './charts.ts';
import type { Look } from './look.ts';

export type Beside = { now: Figures; before: Figures | null };

const MAX_BARS_PER_COLUMN = 8;

/**
 * One section of the report: its definition, a chart of the rows that `drawn` selects, and a table of all rows. Next to
 * a chart, the table is collapsed, and the rows that are not drawn get a table of their own.
 */
export const section = (
  name: Section,
  figures: Beside,
  look: Look,
  drawn: (id: string) => boolean = () => true,
): Html => {
  const { report } = look.speech.t;
  const { title, definition } = report.sections[name];
  const margin = marginOf(name, look.period);
  const rows = rowsOf(name, figures.now, look.speech);
  const before = figures.before === null ? null : rowsOf(name, figures.before, look.speech);
  const aside = rows.filter(({ id }) => !drawn(id));
  const chart = bars(
    title,
    rows.filter(({ id }) => drawn(id)),
    before,
    look,
  );
  return html`<section aria-labelledby="${name}">
<h2 id="${name}">${title}</h2>
<p class="definition">${definition}${margin === null ? null : html` <span class="margin" title="${report.marginTitle}">${report.margin(margin)}</span>`}</p>
${
  chart === null
    ? table(title, rows, before, look)
    : html`${aside.length === 0 ? null : table(title, aside, before, look)}${chart}
<details><summary>${report.tables}</summary>${table(title, rows, before, look)}</details>`
}
</section>`;
};

const bars = (title: string, rows: readonly Row[], before: readonly Row[] | null, look: Look): Html | null => {
  const { report } = look.speech.t;
  if (!rows.some(({ value }) => value.kind === 'number' && value.value > 0)) return null;
  const spoken = rows.map(({ label, value }) => `${label}: ${sayValue(value, look.speech)}`).join('; ');
  const drawn = rows.map(({ id, label, value }) => ({
    label,
    now: amount(value),
    valueText: sayValue(value, look.speech),
    before: amount(before?.find((row) => row.id === id)?.value),
  }));
  return html`<figure role="group">
${before === null ? null : legend(look)}
<div role="img" aria-label="${report.alternative.bars(title, `${spoken}.`)}" class="bars">${inColumns(drawn)}</div>
</figure>`;
};

/** Splits many bars into two columns with the same scale. */
const inColumns = (bars: readonly Bar[]): Html[] => {
  if (bars.length <= MAX_BARS_PER_COLUMN) return [horizontalBars(bars)];
  const max = Math.max(...bars.flatMap(({ now, before }) => [now ?? 0, before ?? 0]));
  const half = Math.ceil(bars.length / 2);
  return [horizontalBars(bars.slice(0, half), max), horizontalBars(bars.slice(half), max)];
};

const amount = (value: Value | undefined): number | null => (value?.kind === 'number' ? value.value : null);

const legend = ({ speech, period }: Look): Html => {
  const { report } = speech.t;
  return html`<p class="legend" aria-hidden="true"><span>${report.periods.weeks(period)}</span><span class="then">${report.periods.before}</span></p>`;
};

const table = (title: string, rows: readonly Row[], before: readonly Row[] | null, look: Look): Html => {
  const { columns } = look.speech.t.report;
  return html`<div class="scroll"><table>
<caption>${title}</caption>
<thead><tr><th scope="col">${columns.group}</th><th scope="col">${columns.now}</th>${before === null ? null : html`<th scope="col">${columns.before}</th>`}</tr></thead>
<tbody>
${rows.map(
  ({ id, label, value }) => html`<tr><th scope="row">${label}</th>${cell(value, true, look)}${
    before === null ? null : cell(before.find((row) => row.id === id)?.value ?? { kind: 'none' }, false, look)
  }</tr>
`,
)}</tbody>
</table></div>`;
};

const cell = (value: Value, isNow: boolean, { speech }: Look): Html =>
  html`<td class="${value.kind === 'number' ? (isNow ? 'now' : 'then') : 'few'}">${sayValue(value, speech)}</td>`;
