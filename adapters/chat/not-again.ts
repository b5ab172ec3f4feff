import { MINUTE } from '../../bot/time/units.ts';

const MAX_REMEMBERED = 1000;

/** True unless it was called with this name within the last minute. */
export type NotAgain = (name: string) => boolean;

/** Remembers names in memory only, because a line too many after a restart is harmless. */
export const createNotAgain = (now: () => Date): NotAgain => {
  const last = new Map<string, number>();
  return (name) => {
    const at = now().getTime();
    const before = last.get(name);
    if (before === undefined && last.size >= MAX_REMEMBERED) last.clear();
    last.set(name, at);
    return before === undefined || at - before >= MINUTE;
  };
};
