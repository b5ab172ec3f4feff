import { caseTextMonths } from '../../bot/keeping/bounds.ts';
import type { Organisation } from '../../bot/organisation.ts';
import { TEXTS } from '../../cards/texts/texts.ts';
import { pageLanguage } from './page-language.ts';
import type { Route } from './route.ts';
import { wordsPage } from './words-page.ts';

type Deps = {
  organisation: Pick<Organisation, 'name' | 'language' | 'contacts' | 'homePage' | 'retention'>;
  /** The host that gets texts to compute embeddings of; null when there is none. */
  embeddingsHost: string | null;
};

/** `/privacy`: what is kept about people, who can read it, and which server helps. The same for everybody. */
export const privacyRoute = ({ organisation, embeddingsHost }: Deps): Route => ({
  method: 'get',
  path: '/privacy',
  handle: async (request) => {
    const { name, contacts } = organisation;
    const language = pageLanguage(request, organisation.language);
    const t = TEXTS[language].privacyPage;
    const months = caseTextMonths(organisation);
    const sections = [
      ...t.sections,
      { title: t.howLong.title, text: t.howLong.text(String(months), months === 1) },
      t.yours,
      ...(embeddingsHost === null ? [] : [{ title: t.embeddings.title, text: [t.embeddings.text(embeddingsHost)] }]),
      { title: t.ask.title, text: [t.ask.text(name, contacts.switchboard.phone)] },
    ];
    return wordsPage('privacy', language, organisation, { title: t.title, lead: t.lead(name), sections });
  },
});
