import type { Notice } from '../../bot/notices.ts';
import { AGENT } from './examples/agent.ts';
import { ASKER } from './examples/asker.ts';
import { DRAFTS } from './examples/drafts.ts';
import { LINKING } from './examples/linking.ts';
import { NUDGES } from './examples/nudges.ts';
import { ADMIN, PEOPLE } from './examples/people.ts';
import { REPLIES } from './examples/replies.ts';

/** Example notices: every kind, and every case state with every viewer that can occur. Golden files and screenshots use them. */
export const EXAMPLE_GROUPS: Readonly<
  Record<
    'draft' | 'asker' | 'agent' | 'nudge' | 'reply' | 'people' | 'linking' | 'admin',
    Readonly<Record<string, Notice>>
  >
> = {
  draft: DRAFTS,
  asker: ASKER,
  agent: AGENT,
  nudge: NUDGES,
  reply: REPLIES,
  people: PEOPLE,
  linking: LINKING,
  admin: ADMIN,
};

export const EXAMPLES: Readonly<Record<string, Notice>> = {
  ...DRAFTS,
  ...ASKER,
  ...AGENT,
  ...NUDGES,
  ...REPLIES,
  ...PEOPLE,
  ...LINKING,
  ...ADMIN,
};
