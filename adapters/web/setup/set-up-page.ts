import type { Organisation } from '../../../bot/organisation.ts';
import type { Speech } from '../../../cards/speech.ts';
import { TEXTS } from '../../../cards/texts/texts.ts';
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

/** The page behind a link. Only its button uses the link up, so mail filters and previews do not. */
export const openSetUpPage = (token: string, { t, language }: Speech): Html =>
  page(
    t.setUp.open.title,
    language,
    html`<main class="door">
<p class="kicker">Sammen</p>
<h1>${t.setUp.open.title}</h1>
<p>${t.setUp.open.text}</p>
<form method="post" action="/setup?lang=${language}"><input type="hidden" name="token" value="${token}"><p><button>${t.setUp.open.button}</button></p></form>
<p class="quiet small">${t.setUp.open.once}</p>
</main>`,
  );

const { da, en } = TEXTS;

/** Says how to get in, in both languages, because nobody knows who asks. It is the same for every request. */
export const CLOSED_SET_UP_PAGE = page(
  da.setUp.closed.title,
  'da',
  html`<main class="door">
<p class="kicker">Sammen</p>
<h1>${da.setUp.closed.title}</h1>
<p>${da.setUp.closed.text}</p>
<div lang="en">
<h2>${en.setUp.closed.title}</h2>
<p>${en.setUp.closed.text}</p>
</div>
</main>`,
);
