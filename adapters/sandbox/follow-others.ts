import { SECOND } from '../../bot/time/units.ts';
import type { Collection } from '../store/collection.ts';
import type { ChatMessage, Shown } from './chat.ts';

/** A message as it is kept: `shownAt` is the machine's time of its latest `seq`. */
export type KeptMessage = ChatMessage & { shownAt: Date; ping: boolean };

const LOOK = SECOND;
/** Clocks of two machines differ a little, and a write takes its time. */
const BACK = 5_000;

/**
 * Tells of messages that other processes put into the chats, once each, while somebody listens.
 * @returns what this process tells of by itself, and how to stop
 */
export const followOthers = (
  messages: Collection<KeptMessage>,
  listening: () => boolean,
  tell: (shown: Shown) => void,
): { told(shown: Shown): void; stop(): void } => {
  const known = new Map<string, number>();
  let since = Date.now();
  const keyOf = ({ id, seq }: Shown): string => `${id} ${seq}`;
  const told = (shown: Shown): void => {
    known.set(keyOf(shown), Date.now());
  };

  const look = async (): Promise<void> => {
    const now = Date.now();
    for (const [key, at] of known) if (at < now - 2 * BACK) known.delete(key);
    const recent = { shownAt: { $gte: new Date(since - BACK) } };
    since = now;
    const fields = ['person', 'seq', 'ping'] as const;
    for (const { _id, person, seq, ping } of await messages.find(recent, { sort: { shownAt: 1 }, fields })) {
      const shown = { id: _id, person, seq, ping };
      if (known.has(keyOf(shown))) continue;
      told(shown);
      tell(shown);
    }
  };

  const timer = setInterval(() => {
    if (listening()) look().catch(() => undefined);
    else since = Date.now();
  }, LOOK);
  timer.unref();
  return { told, stop: () => clearInterval(timer) };
};
