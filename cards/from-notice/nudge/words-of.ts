import type { Nudge } from '../../../bot/nudges/nudge-library.ts';
import type { Node } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { lines } from '../parts/nodes.ts';

/** The words of a nudge. What a colleague told stands as theirs, in the language in which they told it. */
export const wordsOf = (text: Pick<Nudge, 'da' | 'en' | 'told'>, { t, language }: Speech): Node[] =>
  text.told === undefined
    ? lines('body', [text[language]])
    : [{ kind: 'quote', who: t.nudges.told[text.told], when: '', text: text[text.told] }];
