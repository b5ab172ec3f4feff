import type { Language } from '../../../bot/words.ts';
import { TEXTS } from '../../../cards/texts/texts.ts';
import { closedPage, openingPage } from '../door-pages.ts';
import { htmlAnswer } from '../report/layout.ts';
import type { WebAnswer } from '../route.ts';

/** The page behind the link. It does not say whose data it is. */
export const doorPage = (token: string, language: Language): WebAnswer =>
  htmlAnswer(openingPage(TEXTS[language].ownData.door, token, '/files/my-data', language));

/** Why there is nothing here, and how to get a new link. */
export const noDataPage = (why: 'wrong' | 'over'): WebAnswer => {
  const [da, en] = [TEXTS.da.ownData.closed, TEXTS.en.ownData.closed];
  return htmlAnswer(
    closedPage({ title: da[why], text: da.text }, { title: en[why], text: en.text }),
    {},
    why === 'over' ? 410 : 403,
  );
};
