import type { Card } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { lines } from '../parts/nodes.ts';
import { findForm } from './find-form.ts';

/** Tells an admin that there is nobody who could answer a dilemma, and what to do. */
export const noAgents = (speech: Speech): Card => {
  const { admin } = speech.t;
  return {
    title: admin.noAgents.title,
    kicker: admin.kicker,
    tone: 'attention',
    body: lines('body', [admin.noAgents.text, admin.noAgents.mend]),
    actions: [
      { kind: 'press', verb: 'show-admin', label: admin.parts.agents, data: { part: 'agents' }, weight: 'main' },
      findForm(speech),
    ],
  };
};
