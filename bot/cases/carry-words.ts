import { isNod, isYes } from '../talk/short-answers.ts';
import { smallTalk } from '../talk/small-talk.ts';
import type { Case } from './case.ts';
import type { OpenTalk } from './open-talks.ts';
import { refusalFor } from './rules.ts';
import { answersTalk } from './talk-proposed.ts';

/** The verb that carries words from the chat to the other side of a case. */
export type Carrier = 'reply' | 'ask-back' | 'thank' | 'accept-talk';

/** Which verb a text typed in the chat becomes in a talk (docs/rules.md, "Writing to a colleague"). */
export const carrierOf = ({ case: c, part }: OpenTalk, text: string, now: Date): Carrier => {
  if (isYes(text) && answersTalk(c, part) && refusalFor(c, 'accept-talk', part, now) === null) return 'accept-talk';
  // Thanks and a nod are no reason to open an answered case again.
  if (isCourtesy(text) && refusalFor(c, 'thank', part, now) === null) return 'thank';
  return part === 'agent' && !wroteBack(c) ? 'ask-back' : 'reply';
};

/** "Tak", "fint", "ok": words to whoever helped, which ask for nothing. */
export const isCourtesy = (text: string): boolean => {
  if (isNod(text)) return true;
  const talk = smallTalk(text);
  return talk === 'thanks' || talk === 'praise';
};

/** Whether the asker has written since the agent's first words. */
const wroteBack = ({ turns, turnsFrom }: Case): boolean => {
  const first = turns.findIndex(({ by }, place) => by === 'agent' && place >= turnsFrom);
  return first >= 0 && turns.slice(first).some(({ by }) => by === 'asker');
};
