import type { Organisation } from '../../bot/organisation.ts';
import type { Language } from '../../bot/words.ts';
import { TEXTS } from '../../cards/texts/texts.ts';
import { type Html, html } from './html.ts';
import { withPhone } from './phone-link.ts';
import { type PublicPage, publicFooter } from './public-footer.ts';
import { htmlAnswer, page } from './report/layout.ts';
import type { WebAnswer } from './route.ts';

export type Sections = readonly { title: string; text: readonly string[] }[];

/** A page of plain words under headings, the same for everybody. */
export const wordsPage = (
  here: PublicPage,
  language: Language,
  organisation: Pick<Organisation, 'name' | 'homePage' | 'contacts'>,
  { title, lead, sections }: { title: string; lead: string; sections: Sections },
): WebAnswer => {
  const { other } = TEXTS[language].publicPages;
  return htmlAnswer(
    page(
      `${title} · ${organisation.name}`,
      language,
      html`<header class="top"><p class="kicker">${organisation.name}</p><h1>${title}</h1><p class="lead">${lead}</p><p class="small"><a href="?lang=${other.language}" hreflang="${other.language}" lang="${other.language}">${other.label}</a></p></header>
<main class="words">${sections.map((one) => section(one, organisation.contacts.switchboard.phone))}</main>
${publicFooter(here, language, organisation)}`,
    ),
    { Vary: 'Accept-Language' },
  );
};

const section = ({ title, text }: Sections[number], phone: string | null): Html =>
  html`<section><h2>${title}</h2>${text.map((paragraph) => html`<p>${withPhone(paragraph, phone)}</p>`)}</section>`;
