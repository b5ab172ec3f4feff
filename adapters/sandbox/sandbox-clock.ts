import type { Database } from '../store/collection.ts';

type Setting = { _id: 'clock'; offset: number };

/** The sandbox's running clock: machine time plus an offset that is kept in the store. */
export type SandboxClock = {
  now(): Date;
  /** Moves the clock to the moment that `to` returns for the current one. Concurrent moves all take effect. */
  move(to: (now: Date) => Date): Promise<void>;
  /** Reads the offset, which another process may have changed. */
  refresh(): Promise<void>;
  /** Stops polling. */
  stop(): void;
};

/** How often each process checks whether another one moved the clock. */
const POLL_MS = 500;

/**
 * Opens the sandbox's clock.
 * @param first the time at which the clock of a new sandbox starts
 * @param moved called when another process has moved the clock
 */
export const openSandboxClock = async (
  database: Database,
  first: (machineNow: Date) => Date,
  moved: () => void,
): Promise<SandboxClock> => {
  const settings = await database.collection<Setting>('sandboxSettings', []);
  const offsetTo = (moment: Date) => moment.getTime() - Date.now();
  const stored = async () => (await settings.get('clock'))?.offset ?? 0;
  const at = (offset: number) => new Date(Date.now() + offset);
  await settings.insert({ _id: 'clock', offset: offsetTo(first(new Date())) });
  let offset = await stored();

  const refresh = async (): Promise<void> => {
    const latest = await stored();
    if (latest === offset) return;
    offset = latest;
    moved();
  };
  // While the store is unavailable, the clock keeps its last offset.
  const timer = setInterval(() => refresh().catch(() => undefined), POLL_MS);
  timer.unref();

  return {
    now: () => at(offset),
    refresh,
    move: async (to) => {
      for (;;) {
        const seen = await stored();
        const wanted = offsetTo(to(at(seen)));
        // Conditional, so that "advance by an hour" starts from the actual time even when another process moves it.
        if (wanted === seen || (await settings.update({ _id: 'clock', offset: seen }, { $set: { offset: wanted } }))) {
          offset = wanted;
          return;
        }
      }
    },
    stop: () => clearInterval(timer),
  };
};
