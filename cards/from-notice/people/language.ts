import { LANGUAGES } from '../../../bot/words.ts';
import type { Card } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { lines } from '../parts/nodes.ts';

/** The language that Sammen writes in. */
export const languageCard = ({ t }: Speech): Card => ({
  title: t.replies.language.title,
  tone: 'plain',
  body: lines('body', [t.replies.language.text]),
  actions: LANGUAGES.map((language) => ({
    kind: 'press',
    verb: 'set-language',
    label: t.replies.language.names[language],
    data: { language },
    weight: 'normal',
  })),
});
