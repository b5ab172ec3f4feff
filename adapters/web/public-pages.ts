import type { Organisation } from '../../bot/organisation.ts';
import type { Platform } from '../../bot/platform.ts';
import type { Language } from '../../bot/words.ts';
import { TEXTS } from '../../cards/texts/texts.ts';
import { pageLanguage } from './page-language.ts';
import type { PublicPage } from './public-footer.ts';
import type { Route } from './route.ts';
import { wordsPage } from './words-page.ts';

type Deps = {
  organisation: Pick<Organisation, 'name' | 'language' | 'contacts' | 'homePage'>;
  /** Those that are on. */
  platforms: readonly Platform[];
};

const PATHS = { accessibility: '/accessibility', terms: '/terms', home: '/' } as const satisfies Partial<
  Record<PublicPage, string>
>;

const wordsRoute = (here: keyof typeof PATHS, { organisation, platforms }: Deps): Route => ({
  method: 'get',
  path: PATHS[here],
  handle: async (request) => {
    const language = pageLanguage(request, organisation.language);
    const { name, phone, url } = organisation.contacts.switchboard;
    const words = TEXTS[language].publicPages[here];
    const where = whereIn(platforms, language);
    const said = (say: Say): string =>
      typeof say === 'string' ? say : say(organisation.name, name, phone ?? url ?? '', where);
    return wordsPage(here, language, organisation, {
      title: words.title,
      lead: words.lead(organisation.name),
      sections: words.sections.map(({ title, text }) => ({ title, text: text.map(said) })),
    });
  },
});

type Say = string | ((municipality: string, name: string, reach: string, where: string) => string);

/** Such as " in Teams or Slack"; empty when no platform is on. */
const whereIn = (platforms: readonly Platform[], language: Language): string => {
  const { publicPages, linking } = TEXTS[language];
  const names = platforms.map((platform) => linking.platform[platform]);
  return names.length === 0 ? '' : publicPages.where(names.join(publicPages.or));
};

/** `/accessibility`: the statement that the law asks of public bodies. `/terms`: what Sammen is for, and not for. */
export const publicRoutes = (deps: Deps): Route[] => [wordsRoute('accessibility', deps), wordsRoute('terms', deps)];

/** `/`: what this is. In the sandbox the made-up workplace is there. */
export const homeRoute = (deps: Deps): Route => wordsRoute('home', deps);
