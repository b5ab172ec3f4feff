import type { Language } from '../../../bot/words.ts';
import { TEXTS } from '../../../cards/texts/texts.ts';
import { html } from '../html.ts';
import { htmlAnswer, page } from '../report/layout.ts';
import type { WebAnswer } from '../route.ts';

/** The page behind the link. Only its button spends it. It does not say whose data it is. */
export const doorPage = (token: string, language: Language): WebAnswer => {
  const { door } = TEXTS[language].ownData;
  return htmlAnswer(
    page(
      door.title,
      language,
      html`<main class="door">
<p class="kicker">Sammen</p>
<h1>${door.title}</h1>
<p>${door.text}</p>
<form method="post" action="/files/my-data"><input type="hidden" name="token" value="${token}"><p><button>${door.button}</button></p></form>
<p class="quiet small">${door.once}</p>
</main>`,
    ),
  );
};

/** Why there is nothing here, and how to get a new link; in both languages, because nobody knows who asks. */
export const closedPage = (why: 'wrong' | 'over'): WebAnswer => {
  const [da, en] = [TEXTS.da.ownData.closed, TEXTS.en.ownData.closed];
  return htmlAnswer(
    page(
      da[why],
      'da',
      html`<main class="door">
<p class="kicker">Sammen</p>
<h1>${da[why]}</h1>
<p>${da.text}</p>
<div lang="en">
<h2>${en[why]}</h2>
<p>${en.text}</p>
</div>
</main>`,
    ),
    {},
    why === 'over' ? 410 : 403,
  );
};
