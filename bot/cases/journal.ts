import type { PersonId } from '../ids.ts';
import type { Helpful, Kept, Outcome, Principle, Topic, TrialNext } from '../words.ts';

export type EventKind =
  | 'asked'
  | 'labelled'
  | 'offered'
  | 'accepted'
  | 'declined'
  | 'lapsed'
  | 'undelivered'
  | 'given-back'
  | 'hand-over-asked'
  | 'hand-over-offered'
  | 'hand-over-ended'
  | 'handed-over'
  | 'co-agent-asked'
  | 'co-agent-offered'
  | 'co-agent-ended'
  | 'co-agent-joined'
  | 'co-agent-left'
  | 'note-written'
  | 'share-asked'
  | 'shared'
  | 'share-refused'
  | 'nobody-there'
  | 'wait-reminded'
  | 'human-told'
  | 'asked-back'
  | 'replied'
  | 'talk-proposed'
  | 'talk-accepted'
  | 'talk-cancelled'
  | 'answered'
  | 'answer-corrected'
  | 'step-accepted'
  | 'step-moved'
  | 'step-written'
  | 'step-dropped'
  | 'revealed'
  | 'rated'
  | 'commented'
  | 'thanked'
  | 'closed'
  | 'reopened'
  | 'withdrawn'
  | 'promise-missed'
  | 'reminded'
  | 'asked-on'
  | 'sent-on'
  | 'agent-left'
  | 'introduction-proposed'
  | 'introduction-agreed'
  | 'introduced'
  | 'introduction-declined'
  | 'introduction-lapsed'
  | 'introduction-ended'
  | 'citizen-reminded'
  | 'follow-up-asked'
  | 'follow-up-passed'
  | 'followed-up';

/**
 * One line of the journal. `by` is null when the clock acted; `about` is the agent an offer went to, or the colleague
 * who is to be introduced. Never holds text.
 * Keeps what was chosen in an answer, a rating, a follow-up or a label, because the case itself has only the latest
 * choice.
 */
export type CaseEvent = {
  at: Date;
  kind: EventKind;
  by: PersonId | null;
  about: PersonId | null;
  outcome?: Outcome;
  helpful?: Helpful;
  kept?: Kept;
  next?: TrialNext;
  /** The label that somebody chose. */
  principle?: Principle;
  topic?: Topic;
};
