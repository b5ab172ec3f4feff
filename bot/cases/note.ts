import type { PersonId } from '../ids.ts';
import type { Masked } from '../privacy/mask.ts';

/** A word between the agent and the co-agent. Nobody else sees it: not the asker, nor a later agent. */
export type Note = { who: PersonId; to: PersonId; at: Date; text: Masked };
