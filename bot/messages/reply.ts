import type { PersonId } from '../ids.ts';
import type { Clock } from '../time/clock.ts';
import { pressReplyId } from './ids.ts';
import type { Outbox } from './outbox.ts';
import { answer, type Replying } from './owed.ts';

/** Sends a short answer to a person's own press. */
export const reply = <Reply>(
  content: Reply,
  { _id: to }: { _id: PersonId },
  receipt: string,
  { outbox, clock }: { outbox: Outbox<Replying<Reply>>; clock: Clock },
): Promise<void> => outbox.add([answer(pressReplyId(receipt), to, { kind: 'reply', reply: content }, clock())]);
