import { SECOND } from '../../bot/time/units.ts';
import type { Collection } from '../store/collection.ts';
import type { ChatMessage, Shown } from './chat.ts';

/**
 * A message as stored. `shownAt` is the machine time of its latest `seq`, `firstSeq` the one that it came with (missing
 * in messages from before this field existed). `lastAt`: when it was last put, by the domain's clock (missing where only
 * `at` is known).
 */
export type KeptMessage = ChatMessage & { shownAt: Date; ping: boolean; firstSeq?: number; lastAt?: Date };

const POLL_MS = SECOND;
/** Each poll overlaps with the last by this much, because clocks differ a little and writes take time. */
const OVERLAP_MS = 5_000;

/**
 * Polls for messages that other processes put into the chats, and emits each once while somebody listens.
 * @returns `markKnown` for messages that this process emits itself, and `stop`
 */
export const followOthers = (
  messages: Collection<KeptMessage>,
  listening: () => boolean,
  emit: (shown: Shown) => void,
): { markKnown(shown: Shown): void; stop(): void } => {
  const known = new Map<string, number>();
  let since = Date.now();
  const keyOf = ({ id, seq }: Shown): string => `${id} ${seq}`;
  const markKnown = (shown: Shown): void => {
    known.set(keyOf(shown), Date.now());
  };

  const poll = async (): Promise<void> => {
    const now = Date.now();
    for (const [key, at] of known) if (at < now - 2 * OVERLAP_MS) known.delete(key);
    const recent = { shownAt: { $gte: new Date(since - OVERLAP_MS) } };
    since = now;
    const fields = ['person', 'seq', 'ping'] as const;
    for (const { _id, person, seq, ping } of await messages.find(recent, { sort: { shownAt: 1 }, fields })) {
      const shown = { id: _id, person, seq, ping };
      if (known.has(keyOf(shown))) continue;
      markKnown(shown);
      emit(shown);
    }
  };

  const timer = setInterval(() => {
    if (listening()) poll().catch(() => undefined);
    else since = Date.now();
  }, POLL_MS);
  timer.unref();
  return { markKnown, stop: () => clearInterval(timer) };
};
