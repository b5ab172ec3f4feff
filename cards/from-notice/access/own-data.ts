import type { OwnDataNotice } from '../../../bot/accounts/notice.ts';
import type { Card } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { lines } from '../parts/nodes.ts';

/** A link to everything that is kept about a person, and nothing else to press. */
export const ownDataCard = ({ url, minutes }: OwnDataNotice, { t, number }: Speech): Card => {
  const { card } = t.ownData;
  return {
    title: card.title,
    tone: 'plain',
    body: [
      ...lines('body', [card.text]),
      ...lines('subtle', [card.once(number(minutes))]),
      { kind: 'link', link: { label: card.link, url }, main: true },
    ],
    actions: [],
  };
};
