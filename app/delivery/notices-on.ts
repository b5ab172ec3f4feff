import type { CardMessage, Channel } from '../../adapters/chat/channel.ts';
import type { Notice } from '../../bot/notices.ts';
import type { Language } from '../../bot/words.ts';
import type { Cards } from '../../cards/create-cards.ts';

/** Wraps a channel that takes cards into one that takes notices. */
export const noticesOn = (channel: Channel, cards: Cards): Channel<Notice> => ({
  post: (to, id, notice) => channel.post(to, id, messageOf(notice, to.language, cards)),
  postInTeam: (to, id, notice) => channel.postInTeam(to, id, messageOf(notice, to.language, cards)),
  reopen: (to) => channel.reopen(to),
  update: (to, message, notice) => channel.update(to, message, messageOf(notice, to.language, cards)),
});

const messageOf = (notice: Notice, language: Language, cards: Cards): CardMessage => ({
  card: cards.card(notice, language),
  language,
  rev: 'view' in notice && 'rev' in notice.view ? notice.view.rev : null,
});
