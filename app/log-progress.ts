import type { Logger } from 'pino';
import type { Deps } from '../bot/deps.ts';
import { progressOf } from '../bot/nudges/run-view.ts';
import type { Week } from '../bot/time/iso-week.ts';
import { thisWeek } from '../bot/time/this-week.ts';

const lastLogged = new WeakMap<Logger, { week: Week; sent: number }>();

/** Logs the progress of the week's run whenever more messages have been sent. */
export const logProgress = async (deps: Deps, log: Logger): Promise<void> => {
  const week = thisWeek(deps);
  const before = lastLogged.get(log);
  const progress = await progressOf(week, deps).catch(() => null);
  if (progress === null || progress.sent === 0 || (before?.week === week && before.sent === progress.sent)) return;
  lastLogged.set(log, { week, sent: progress.sent });
  log.info({ week, ...progress }, 'the weekly principle is on its way');
};
