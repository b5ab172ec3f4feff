import type { TurnView } from '../../../bot/cases/said-views.ts';
import type { Speech } from '../../speech.ts';

/** What the asker's latest words are, for the agent. */
export const saidTitle = (turn: TurnView, asker: string, now: Date, { t, when }: Speech): string => {
  const { title } = t.agent;
  if (turn.kind === 'thanks') return title.thanked(asker);
  if (turn.kind === 'talk-accepted') return t.shared.talk.acceptedCall(asker);
  if (turn.kind === 'talk-cancelled') return t.shared.talk.cancelled(asker);
  if (turn.kind !== 'talk') return title.wrote(asker);
  const start = turn.talk?.start ?? null;
  if (start !== null && turn.talk?.moves) return t.shared.talk.moved(asker, when(start, now));
  return start === null ? title.talk(asker) : title.talkAt(asker, when(start, now));
};
