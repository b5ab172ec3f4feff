import { mainFigures } from '../../../cards/report/main-figures.ts';
import { type Html, html } from '../html.ts';
import type { Look } from './look.ts';
import type { Beside } from './section.ts';

/** The most important figures in large type, with the period before in small type. */
export const mainFiguresList = ({ now, before }: Beside, { speech }: Look): Html => {
  const previous = before === null ? [] : mainFigures(before, speech);
  const { periods } = speech.t.report;
  return html`<dl class="main-figures">
${mainFigures(now, speech).map(({ label, said, few }, index) => {
  const then = previous[index];
  const earlier = then === undefined ? null : html`<br><span class="then">${periods.before}: ${then.said}</span>`;
  return html`<div><dt>${label}${earlier}</dt><dd class="big${few ? ' few' : ''}">${said}</dd></div>
`;
})}</dl>`;
};
