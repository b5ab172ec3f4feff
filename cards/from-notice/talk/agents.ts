import type { CaseReply } from '../../../bot/cases/notice.ts';
import type { Card } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { lines } from '../parts/nodes.ts';
import { plain } from '../parts/plain.ts';
import { sayWords } from '../parts/say-word.ts';

/** The agents who can be asked, and who has time. */
export const agentsCard = ({ agents }: Extract<CaseReply, { kind: 'agents' }>, speech: Speech): Card => {
  const { t } = speech;
  const actions = sayWords(['my-cases', 'help'], speech);
  if (agents.length === 0) return plain(t.replies.agents.title, lines('body', [t.replies.agents.none]), actions);
  const items = agents.map(({ name, unit, principles, topics, free, unreachable }) => ({
    title: unit === null ? name : `${name}, ${unit}`,
    text: [
      unreachable ? t.replies.agents.unreachable : free ? t.replies.agents.free : t.replies.agents.busy,
      [...principles.map(speech.principle), ...topics.map((topic) => t.labels.topic[topic])].join(', '),
    ]
      .filter((part) => part !== '')
      .join(' · '),
  }));
  return plain(t.replies.agents.title, [...lines('body', [t.replies.agents.lead]), { kind: 'list', items }], actions);
};
