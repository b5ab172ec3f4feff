import { actions } from './en/actions.ts';
import { agent } from './en/agent.ts';
import { asker } from './en/asker.ts';
import { shared } from './en/case.ts';
import { draft } from './en/draft.ts';
import { labels } from './en/labels.ts';
import { refusals } from './en/refusals.ts';
import { replies } from './en/replies.ts';
import { warnings } from './en/warnings.ts';
import type { Texts } from './texts.ts';

export const en: Texts = { actions, agent, asker, draft, labels, refusals, replies, shared, warnings };
