import type { Organisation } from '../../bot/organisation.ts';
import { LANGUAGES } from '../../bot/words.ts';
import { TEXTS } from '../../cards/texts/texts.ts';
import { type Html, html } from './html.ts';
import { htmlAnswer, page } from './report/layout.ts';
import type { Route } from './route.ts';

type Deps = {
  organisation: Pick<Organisation, 'name' | 'language' | 'contacts'>;
  /** The host that gets texts to compute embeddings of; null when there is none. */
  embeddingsHost: string | null;
};

/** `/privacy`: what is kept about people, who can read it, and which server helps. The same for everybody. */
export const privacyRoute = ({ organisation: { name, language, contacts }, embeddingsHost }: Deps): Route => ({
  method: 'get',
  path: '/privacy',
  handle: async ({ query }) => {
    const asked = LANGUAGES.find((code) => code === query.get('lang')) ?? language;
    const t = TEXTS[asked].privacyPage;
    const sections = [
      ...t.sections,
      ...(embeddingsHost === null ? [] : [{ title: t.embeddings.title, text: [t.embeddings.text(embeddingsHost)] }]),
      { title: t.ask.title, text: [t.ask.text(name, contacts.switchboard.phone)] },
    ];
    return htmlAnswer(
      page(
        `${t.title} · ${name}`,
        asked,
        html`<header class="top"><p class="kicker">${name}</p><h1>${t.title}</h1><p class="lead">${t.lead(name)}</p><p class="small"><a href="?lang=${t.other.language}" hreflang="${t.other.language}" lang="${t.other.language}">${t.other.label}</a></p></header>
<main class="words">${sections.map(section)}</main>`,
      ),
    );
  },
});

const section = ({ title, text }: { title: string; text: readonly string[] }): Html =>
  html`<section><h2>${title}</h2>${text.map((paragraph) => html`<p>${paragraph}</p>`)}</section>`;
