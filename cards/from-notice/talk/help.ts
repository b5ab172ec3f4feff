import type { Reply } from '../../../bot/notices.ts';
import { ROLES, type Role } from '../../../bot/words.ts';
import type { Card } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { lines } from '../parts/nodes.ts';

/** What Sammen is, how to begin, who can read what, and the commands it knows. */
export const helpCard = ({ agent, link, roles = [] }: Extract<Reply, { kind: 'help' }>, { t }: Speech): Card => {
  const { help } = t.replies;
  return {
    title: help.title,
    tone: 'plain',
    body: [
      ...lines('body', [help.lead, agent ? help.agent : null]),
      ...lines('heading', [help.start]),
      { kind: 'list', items: help.ways.map(({ title, text }) => ({ title, text })) },
      ...lines('heading', [help.readersHeading]),
      ...lines('body', [help.readers]),
      ...lines('heading', [help.wordsHeading]),
      {
        kind: 'facts',
        facts: [
          ...help.words.slice(0, -1),
          ...ownWords(roles, help.roleWords),
          ...(link ? [t.linking.word] : []),
          t.forgetting.word,
          ...help.words.slice(-1),
        ],
      },
    ],
    actions: [],
  };
};

type Word = { label: string; value: string };

/** The words of these roles, each once. */
const ownWords = (roles: readonly Role[], words: Record<Role, readonly Word[]>): Word[] => [
  ...new Map(
    ROLES.filter((role) => roles.includes(role))
      .flatMap((role) => words[role])
      .map((word) => [`${word.label} ${word.value}`, word]),
  ).values(),
];
