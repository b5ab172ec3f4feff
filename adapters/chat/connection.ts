import { MINUTE, SECOND } from '../../bot/time/units.ts';

const FIRST_PAUSE_MS = SECOND;
const MAX_PAUSE_MS = MINUTE;

/** Since when a platform cannot be reached, and why. */
export type Away = { since: Date; reason: string };

export type Connection = {
  /** Tries once. After a fault of the network it goes on trying by itself. @throws the refusal of a credential */
  open(): Promise<void>;
  /** Called when a connection that worked has ended. */
  lost(): void;
  /** Null while it works. */
  away(): Away | null;
  close(): void;
};

export type ConnectionDeps = {
  /** Connects; rejects when that did not work. */
  attempt(): Promise<void>;
  /** Whether the platform refused our credentials, which only an operator can mend. */
  isRefusal(error: unknown): boolean;
  /** `pause`: milliseconds until the next attempt. */
  onAway(error: unknown, pause: number): void;
  onBack(): void;
};

/** Keeps one platform connected, so that its network's faults take nothing else down. */
export const keepConnected = ({ attempt, isRefusal, onAway, onBack }: ConnectionDeps): Connection => {
  let away: Away | null = null;
  let pause = FIRST_PAUSE_MS;
  let timer: NodeJS.Timeout | undefined;
  let trying = false;
  let closed = false;

  const failed = (error: unknown): void => {
    if (closed) return;
    away = { since: away?.since ?? new Date(), reason: error instanceof Error ? error.message : String(error) };
    onAway(error, pause);
    timer = setTimeout(() => void tryOnce().catch(failed), pause);
    pause = Math.min(2 * pause, MAX_PAUSE_MS);
  };
  const tryOnce = async (): Promise<void> => {
    trying = true;
    try {
      await attempt();
    } finally {
      trying = false;
    }
    if (away !== null) onBack();
    away = null;
    pause = FIRST_PAUSE_MS;
  };

  return {
    open: async () => {
      try {
        await tryOnce();
      } catch (error) {
        if (isRefusal(error)) throw error;
        failed(error);
      }
    },
    lost: () => {
      // An attempt that fails says so itself.
      if (closed || trying || away !== null) return;
      clearTimeout(timer);
      timer = setTimeout(() => void tryOnce().catch(failed), FIRST_PAUSE_MS);
    },
    away: () => away,
    close: () => {
      closed = true;
      clearTimeout(timer);
    },
  };
};
