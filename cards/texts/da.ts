import { actions } from './da/actions.ts';
import { agent } from './da/agent.ts';
import { asker } from './da/asker.ts';
import { shared } from './da/case.ts';
import { draft } from './da/draft.ts';
import { labels } from './da/labels.ts';
import { refusals } from './da/refusals.ts';
import { replies } from './da/replies.ts';
import { warnings } from './da/warnings.ts';

export const da = { actions, agent, asker, draft, labels, refusals, replies, shared, warnings };
