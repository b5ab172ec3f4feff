import type { Reply } from '../../../bot/notices.ts';
import type { ShowingWord } from '../../../bot/talk/word-in-chat.ts';
import { ROLES, type Role } from '../../../bot/words.ts';
import type { Card } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { lines } from '../parts/nodes.ts';
import { sayWords } from '../parts/say-word.ts';

/** What Sammen is, how to begin, who can read what, and the commands it knows. */
export const helpCard = (
  { agent, link, roles = [], embeddings }: Extract<Reply, { kind: 'help' }>,
  speech: Speech,
): Card => {
  const { t } = speech;
  const { help } = t.replies;
  return {
    title: help.title,
    tone: 'plain',
    body: [
      ...lines('body', [help.lead, agent ? help.agent : null]),
      ...lines('heading', [help.start]),
      { kind: 'list', items: help.ways.map(({ title, text }) => ({ title, text })) },
      ...lines('heading', [help.readersHeading]),
      ...lines('body', [help.readers, help.learning, embeddings === true ? help.embeddings : null]),
      ...lines('heading', [help.wordsHeading]),
      {
        kind: 'facts',
        facts: [
          ...help.words.slice(0, -1),
          ...ownWords(roles, help.roleWords),
          ...(link ? [t.linking.word] : []),
          t.ownData.word,
          t.forgetting.word,
          ...help.words.slice(-1),
        ],
      },
    ],
    actions: sayWords(wordsFor(agent, roles), speech),
  };
};

type Word = { label: string; value: string };

/** The words in the order in which this person most likely wants them. */
const wordsFor = (agent: boolean, roles: readonly Role[]): ShowingWord[] => {
  const [hr, admin] = [roles.includes('hr'), roles.includes('admin')];
  const own = [admin || agent ? 'overview' : null, hr ? 'report' : null, 'pause', 'agents', 'profile'] as const;
  const rest = [
    hr || admin ? 'preview' : null,
    hr || admin ? 'stories' : null,
    admin ? 'admin' : null,
    agent ? 'absence' : null,
    'principles',
    'language',
  ] as const;
  return ['my-cases', ...[...own, ...rest].filter((word) => word !== null)];
};

/** The words of these roles, each once. */
const ownWords = (roles: readonly Role[], words: Record<Role, readonly Word[]>): Word[] => [
  ...new Map(
    ROLES.filter((role) => roles.includes(role))
      .flatMap((role) => words[role])
      .map((word) => [`${word.label} ${word.value}`, word]),
  ).values(),
];
