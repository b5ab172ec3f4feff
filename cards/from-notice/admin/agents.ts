import type { AdminNotice } from '../../../bot/admin/notice.ts';
import type { Card, Node } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { lines } from '../parts/nodes.ts';
import { colleagueLine } from './colleague-line.ts';
import { findForm } from './find-form.ts';

/** All sparring agents and their workload. */
export const adminAgents = (
  { agents: all, now }: Extract<AdminNotice, { kind: 'admin-agents' }>,
  speech: Speech,
): Card => {
  const { admin } = speech.t;
  const items = all.map((agent) => ({
    ...colleagueLine(agent, speech),
    text: [
      admin.agents.load(speech.number(agent.load), speech.number(agent.capacity)),
      agent.unreachable ? admin.agents.unreachable : '',
      agent.awayUntil === null ? '' : admin.agents.away(speech.day(agent.awayUntil, now)),
    ]
      .filter((part) => part !== '')
      .join(', '),
  }));
  const means = all.some(({ unreachable }) => unreachable) ? admin.agents.unreachableMeans : null;
  const body: Node[] =
    items.length === 0 ? lines('body', [admin.agents.none]) : [{ kind: 'list', items }, ...lines('subtle', [means])];
  return { title: admin.agents.title, kicker: admin.kicker, tone: 'plain', body, actions: [findForm(speech)] };
};
