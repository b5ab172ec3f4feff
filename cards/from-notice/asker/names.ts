import type { AskerView } from '../../../bot/cases/view-types.ts';
import type { Speech } from '../../speech.ts';
import { firstNameOf } from '../parts/names.ts';

/** The name of the agent who has the case. */
export const agentName = (view: AskerView, { t }: Speech): string => view.agent ?? t.asker.yourAgent;

/** The name of the agent who holds the open offer. */
export const offeredTo = (view: AskerView, { t }: Speech): string => view.offer?.agent ?? t.asker.anAgent;

/** Their first names, for everything after the title. */
export const agentFirst = (view: AskerView, speech: Speech): string => firstNameOf(agentName(view, speech), speech);
export const offeredFirst = (view: AskerView, speech: Speech): string => firstNameOf(offeredTo(view, speech), speech);
