import type { TalkReply } from '../../../bot/talk/notice.ts';
import type { Card } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { lines } from '../parts/nodes.ts';
import { plain } from '../parts/plain.ts';
import { sayWords } from '../parts/say-word.ts';

/** Says who may see it, and what the reader can see instead. */
export const notForYouCard = ({ word }: Extract<TalkReply, { kind: 'not-for-you' }>, speech: Speech): Card => {
  const { title, text } = speech.t.talk.notForYou[word];
  const instead = word === 'preview' ? ('pause' as const) : ('my-cases' as const);
  return plain(title, lines('body', [text]), sayWords([instead, 'help'], speech));
};
