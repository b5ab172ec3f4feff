import { firstName } from '../../../bot/people/first-name.ts';
import type { Person } from '../../../bot/people/person.ts';
import type { Speech } from '../../../cards/speech.ts';
import { type Html, html } from '../html.ts';
import { page } from './layout.ts';

/** The page behind a report link. Only its button uses the link up, so mail filters and previews do not. */
export const openReportPage = (person: Person, token: string, speech: Speech): Html => {
  const { open } = speech.t.report;
  return page(
    open.title,
    speech.language,
    html`<main class="door">
<p class="kicker">Sammen</p>
<h1>${open.title}</h1>
<p>${open.text(firstName(person))}</p>
<form method="post" action="/report"><input type="hidden" name="token" value="${token}"><p><button>${open.button}</button></p></form>
<p class="quiet small">${open.once}</p>
</main>`,
  );
};
