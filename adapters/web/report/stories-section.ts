import type { Report } from '../../../bot/adoption/report.ts';
import { type Html, html } from '../html.ts';
import type { Look } from './look.ts';

/** The stories that head the report, each in its own language; without any, what is to come here. */
export const storiesSection = (report: Pick<Report, 'stories'>, { period, language, speech }: Look): Html => {
  const { stories: t } = speech.t.report;
  const shown = report.stories[period];
  const tells =
    shown.length === 0
      ? html`<p>${t.none}</p>`
      : html`<p class="definition">${t.lead(period)}</p>
<div class="told">${shown.map(
          (story) => html`<figure><blockquote${
            story.language === language ? null : html` lang="${story.language}"`
          }>${paragraphs(story.text)}</blockquote><figcaption>${speech.principle(story.principle)}</figcaption></figure>
`,
        )}</div>`;
  return html`<section class="stories" aria-labelledby="stories"><h2 id="stories">${t.heading(shown.length)}</h2>${tells}</section>`;
};

const paragraphs = (text: string): Html[] =>
  text
    .split(/\n+/u)
    .filter((line) => line.trim() !== '')
    .map((line) => html`<p>${line}</p>`);
