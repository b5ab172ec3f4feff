import type { Organisation } from '../../../bot/organisation.ts';
import type { Speech } from '../../../cards/speech.ts';
import { TEXTS } from '../../../cards/texts/texts.ts';
import { closedPage, openingPage } from '../door-pages.ts';
import { type Html, html } from '../html.ts';
import { publicFooter } from '../public-footer.ts';
import { page } from '../report/layout.ts';
import type { Step } from './set-up-steps.ts';

/** A file to download, and where. */
export type Download = { for: 'teams' | 'slack'; path: string };

/** `/setup` for whoever came in: what is missing, the next step, and the packages. */
export const setUpPage = (
  steps: readonly Step[],
  downloads: readonly Download[],
  speech: Speech,
  organisation: Pick<Organisation, 'name' | 'homePage'>,
): Html => {
  const { setUp, publicPages } = speech.t;
  const { other } = publicPages;
  const next = steps.find(({ done }) => !done);
  return page(
    `${setUp.title} · ${organisation.name}`,
    speech.language,
    html`<header class="top"><p class="kicker">${organisation.name}</p><h1>${setUp.title}</h1><p class="lead">${setUp.lead(organisation.name)}</p><p class="small"><a href="?lang=${other.language}" hreflang="${other.language}" lang="${other.language}">${other.label}</a></p></header>
<main class="words">
<section class="note"><h2>${next === undefined ? setUp.ready.title : `${setUp.next}: ${next.title}`}</h2><p>${next === undefined ? setUp.ready.text : next.text}</p></section>
<ol class="steps">${steps.map(
      ({ title, done, text }) =>
        html`<li class="${done ? 'done' : 'missing'}"><h3>${title}</h3><p class="state">${done ? setUp.state.done : setUp.state.missing}</p><p>${text}</p></li>`,
    )}</ol>
<p class="small quiet">${setUp.check}</p>
<section><h2>${setUp.packages.title}</h2><p>${setUp.packages.text}</p><p class="files">${downloads.map(
      (one) => html`<a class="button" href="${one.path}">${setUp.packages[one.for]}</a>`,
    )}</p></section>
</main>
${publicFooter(null, speech.language, organisation)}`,
  );
};

/** The page behind a link. */
export const openSetUpPage = (token: string, { t, language }: Speech): Html =>
  openingPage(t.setUp.open, token, `/setup?lang=${language}`, language);

/** It is the same for every request. */
export const CLOSED_SET_UP_PAGE = closedPage(TEXTS.da.setUp.closed, TEXTS.en.setUp.closed);
