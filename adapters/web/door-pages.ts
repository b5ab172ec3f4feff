import type { Language } from '../../bot/words.ts';
import { type Html, html } from './html.ts';
import { page } from './report/layout.ts';

type Opening = { title: string; text: string; button: string; once: string };

/**
 * The page behind a link that works once. Only its button uses the link up, so mail filters and previews do not.
 * @param action where its button sends the token
 */
export const openingPage = (
  { title, text, button, once }: Opening,
  token: string,
  action: string,
  language: Language,
): Html =>
  page(
    title,
    language,
    html`<main class="door">
<p class="kicker">Sammen</p>
<h1>${title}</h1>
<p>${text}</p>
<form method="post" action="${action}"><input type="hidden" name="token" value="${token}"><p><button>${button}</button></p></form>
<p class="quiet small">${once}</p>
</main>`,
  );

type Closed = { title: string; text: string };

/** Says how to get in, in both languages, because nobody knows who asks. */
export const closedPage = (da: Closed, en: Closed): Html =>
  page(
    da.title,
    'da',
    html`<main class="door">
<p class="kicker">Sammen</p>
<h1>${da.title}</h1>
<p>${da.text}</p>
<div lang="en">
<h2>${en.title}</h2>
<p>${en.text}</p>
</div>
</main>`,
  );
