import { Gauge, type Registry } from 'prom-client';
import { StoreUnavailable } from '../../adapters/store/collection.ts';
import type { SendingState } from '../sending-state.ts';

/** Reads what all processes share. @throws StoreUnavailable */
export type ReadStore = {
  sending(): Promise<SendingState>;
  /** Resolves when the store answers. */
  ping(): Promise<void>;
};

/**
 * Gauges of what the store knows, the same in every process. While it is away only `sammen_store_up` has a value; also
 * when it answers, and one of the queries failed all the same.
 */
export const storeGauges = (registers: Registry[]) => {
  const gauge = (name: string, help: string, ...labelNames: string[]) =>
    new Gauge({ name, help, labelNames, registers });
  const up = gauge('sammen_store_up', '1 while the store answers.');
  const held = gauge('sammen_platform_held', '1 while a platform shuts Sammen out and its messages wait.', 'platform');
  const away = gauge(
    'sammen_platform_away',
    '1 while this process cannot reach a platform, and tries again.',
    'platform',
  );
  const paused = gauge('sammen_sending_paused', '1 while an operator has paused all sending.', 'by');
  const unsent = gauge('sammen_messages_unsent', 'Messages that did not go out, by state.', 'state');
  const waiting = gauge(
    'sammen_deliveries_due',
    'Messages that are due and not sent yet. "any": their platform is chosen when they leave.',
    'platform',
  );
  const oldest = gauge(
    'sammen_oldest_due_seconds',
    'Seconds since the oldest of those that people wait for became due; 0 without any.',
  );
  const people = gauge('sammen_people_undeliverable', 'People who were owed a message that nothing could bring them.');
  const all = [held, away, paused, unsent, waiting, oldest, people];

  const show = ({ degraded, platforms, stuck, backlog, now }: SendingState): void => {
    for (const platform of platforms) {
      held.set({ platform }, degraded.held.includes(platform) ? 1 : 0);
      away.set({ platform }, degraded.away.includes(platform) ? 1 : 0);
      waiting.set({ platform }, backlog.queued[platform] ?? 0);
    }
    waiting.set({ platform: 'any' }, backlog.due);
    paused.set({ by: 'operator' }, degraded.paused ? 1 : 0);
    for (const [state, count] of Object.entries(stuck)) unsent.set({ state }, count);
    oldest.set(backlog.oldestSince === null ? 0 : (now.getTime() - backlog.oldestSince.getTime()) / 1000);
    people.set(backlog.peopleNotReached);
  };
  return {
    refresh: async ({ sending, ping }: ReadStore): Promise<void> => {
      for (const one of all) one.reset();
      // At the same time: whoever scrapes waits for ten seconds only.
      const [state, answers] = await Promise.all([orNull(sending), orNull(async () => ping().then(() => true))]);
      up.set(state !== null || answers !== null ? 1 : 0);
      if (state !== null) return show(state);
      // A gauge without labels would show 0, which is no figure of anything.
      for (const one of [oldest, people]) one.set(Number.NaN);
    },
  };
};

/** Null when the store is away. */
const orNull = <T>(read: () => Promise<T>): Promise<T | null> =>
  read().catch((error: unknown) => {
    if (error instanceof StoreUnavailable) return null;
    throw error;
  });
