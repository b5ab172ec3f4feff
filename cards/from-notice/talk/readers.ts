import type { Reply } from '../../../bot/notices.ts';
import type { Card } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { lines } from '../parts/nodes.ts';
import { plain } from '../parts/plain.ts';
import { sayWords } from '../parts/say-word.ts';

/** Everybody who can read what somebody writes, and when. */
export const readersCard = ({ embeddings }: Extract<Reply, { kind: 'readers' }>, speech: Speech): Card => {
  const { readers, help } = speech.t.replies;
  return plain(
    readers.title,
    [
      { kind: 'list', items: readers.who.map(({ title, text }) => ({ title, text })) },
      ...lines('body', [embeddings === true ? help.embeddings : null, readers.forget]),
    ],
    sayWords(['help', 'my-cases'], speech),
  );
};
