import type { Organisation } from '../../bot/organisation.ts';
import type { Language } from '../../bot/words.ts';
import { TEXTS } from '../../cards/texts/texts.ts';
import { type Html, html } from './html.ts';

/** The pages that anybody may read. They link to each other, and back to the municipality. */
const PATHS = { home: '/', agents: '/agents', privacy: '/privacy', accessibility: '/accessibility', terms: '/terms' };
export type PublicPage = keyof typeof PATHS;
const NAMES = Object.keys(PATHS) as PublicPage[];

/** Links leave a frame that shows the page. `here`: null on a page that is none of them. */
export const publicFooter = (
  here: PublicPage | null,
  language: Language,
  { name, homePage }: Pick<Organisation, 'name' | 'homePage'>,
): Html => {
  const { links, label, backTo } = TEXTS[language].publicPages;
  const address = (path: string): string => `${path}?lang=${language}`;
  return html`<footer><nav aria-label="${label}"><ul class="links">${
    homePage === undefined
      ? null
      : html`<li><a href="${homePage}" target="_top" rel="noopener">${backTo(name)}</a></li>`
  }${NAMES.filter((page) => page !== here).map(
    (page) => html`<li><a href="${address(PATHS[page])}" target="_top">${links[page]}</a></li>`,
  )}</ul></nav></footer>`;
};
