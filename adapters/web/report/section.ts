import type { Figures } from '../../../bot/adoption/publication.ts';
import { type Row, rowsOf, type Section, type Value } from '../../../cards/report/figures.ts';
import { sayValue } from '../../../cards/report/say-value.ts';
import { type Html, html } from '../html.ts';
import { type Bar, lyingBars } from './charts.ts';
import type { Look } from './look.ts';

export type Beside = { now: Figures; before: Figures | null };

const MAX_IN_A_COLUMN = 8;

/**
 * A figure: what it is, a chart of those rows that are counts of one kind, and all its rows as a table, which folds
 * away where the chart says the same.
 */
export const section = (
  name: Section,
  figures: Beside,
  look: Look,
  drawn: (id: string) => boolean = () => true,
): Html => {
  const { report } = look.speech.t;
  const { title, definition } = report.sections[name];
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
<p class="definition">${definition}</p>
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
  const said = rows.map(({ label, value }) => `${label}: ${sayValue(value, look.speech)}`).join('; ');
  const drawn = rows.map(({ id, label, value }) => ({
    label,
    now: amount(value),
    said: sayValue(value, look.speech),
    before: amount(before?.find((row) => row.id === id)?.value),
  }));
  return html`<figure role="group">
${before === null ? null : legend(look)}
<div role="img" aria-label="${report.alternative.bars(title, `${said}.`)}" class="bars">${inColumns(drawn)}</div>
</figure>`;
};

/** Many bars stand in two columns, on one scale. */
const inColumns = (bars: readonly Bar[]): Html[] => {
  if (bars.length <= MAX_IN_A_COLUMN) return [lyingBars(bars)];
  const most = Math.max(...bars.flatMap(({ now, before }) => [now ?? 0, before ?? 0]));
  const half = Math.ceil(bars.length / 2);
  return [lyingBars(bars.slice(0, half), most), lyingBars(bars.slice(half), most)];
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
