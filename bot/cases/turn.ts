import type { PersonId } from '../ids.ts';
import type { Masked } from '../privacy/mask.ts';

/** One message in the conversation. Only erasure changes or removes turns. */
export type Turn = {
  by: 'asker' | 'agent';
  who: PersonId;
  at: Date;
  kind:
    | 'reply'
    | 'ask-back'
    | 'answer'
    | 'thanks'
    | 'comment'
    | 'learned'
    | 'correction'
    | 'talk'
    | 'talk-accepted'
    | 'talk-cancelled'
    | 'introduction';
  text: Masked;
  /** The co-agent who signs an answer with its agent. */
  with?: PersonId;
  talk?: Talk;
};

/** A proposal to talk. Without `start` it asks the other side to call. */
export type Talk = { start: Date | null; minutes: number; place: Masked | null };
