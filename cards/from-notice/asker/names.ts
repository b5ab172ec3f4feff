import type { AskerView } from '../../../bot/cases/view-types.ts';
import type { Speech } from '../../speech.ts';

/** The name of the agent who has the case. */
export const agentName = (view: AskerView, { t }: Speech): string => view.agent ?? t.asker.yourAgent;

/** The name of the agent who holds the open offer. */
export const offeredTo = (view: AskerView, { t }: Speech): string => view.offer?.agent ?? t.asker.anAgent;
