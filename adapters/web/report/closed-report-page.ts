import { TEXTS } from '../../../cards/texts/texts.ts';
import { html } from '../html.ts';
import { page } from './layout.ts';

const { da, en } = TEXTS;

/** Says how to get in, in both languages, because nobody knows who asks. It is the same for every request. */
export const CLOSED_REPORT_PAGE = page(
  da.report.closed.title,
  'da',
  html`<main class="door">
<p class="kicker">Sammen</p>
<h1>${da.report.closed.title}</h1>
<p>${da.report.closed.text}</p>
<div lang="en">
<h2>${en.report.closed.title}</h2>
<p>${en.report.closed.text}</p>
</div>
</main>`,
);
