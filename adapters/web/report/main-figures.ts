import { mainFigures } from '../../../cards/report/main-figures.ts';
import { type Html, html } from '../html.ts';
import type { Look } from './look.ts';
import type { Beside } from './section.ts';

/** The few that say most, large; the period before in small print. */
export const mainFiguresList = ({ now, before }: Beside, { speech }: Look): Html => {
  const then = before === null ? [] : mainFigures(before, speech);
  const { periods } = speech.t.report;
  return html`<dl class="main-figures">
${mainFigures(now, speech).map(({ label, said, few }, at) => {
  const earlier =
    then[at] === undefined ? null : html`<br><span class="then">${periods.before}: ${then[at].said}</span>`;
  return html`<div><dt>${label}${earlier}</dt><dd class="big${few ? ' few' : ''}">${said}</dd></div>
`;
})}</dl>`;
};
