import type { Card } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { lines } from '../parts/nodes.ts';
import { plain } from '../parts/plain.ts';
import { sayWords } from '../parts/say-word.ts';

/** Suggests what to write instead, with an example. */
export const notUnderstoodCard = (speech: Speech): Card => {
  const { title, text, exampleTitle, example, help } = speech.t.replies.notUnderstood;
  return plain(
    title,
    [
      ...lines('body', [text]),
      { kind: 'quote', who: exampleTitle, when: '', text: example },
      ...lines('subtle', [help]),
    ],
    sayWords(['help', 'my-cases'], speech),
  );
};
