import type { TurnView } from '../../../bot/cases/said-views.ts';
import type { Speech } from '../../speech.ts';
import { wordsKind } from '../parts/conversation.ts';

/** What the agent's latest words are, for the asker. */
export const saidTitle = (turn: TurnView, agent: string, now: Date, { t, when }: Speech): string => {
  const { title } = t.asker;
  if (wordsKind(turn) === 'ask-back') return title.asks(agent);
  if (turn.kind === 'talk-accepted') return t.shared.talk.acceptedCall(agent);
  if (turn.kind === 'talk-cancelled') return t.shared.talk.cancelled(agent);
  if (turn.kind === 'correction') return title.corrected(agent);
  if (turn.kind !== 'talk') return title.wrote(agent);
  const start = turn.talk?.start ?? null;
  if (start !== null && turn.talk?.moves) return t.shared.talk.moved(agent, when(start, now));
  return start === null ? title.talk(agent) : title.talkAt(agent, when(start, now));
};
