import type { Card } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { lines } from '../parts/nodes.ts';
import { plain } from '../parts/plain.ts';

/** Suggests what to write instead, with an example. */
export const notUnderstoodCard = ({ t }: Speech): Card => {
  const { title, text, exampleTitle, example, help } = t.replies.notUnderstood;
  return plain(title, [
    ...lines('body', [text]),
    { kind: 'quote', who: exampleTitle, when: '', text: example },
    ...lines('subtle', [help]),
  ]);
};
