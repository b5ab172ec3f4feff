import { PLATFORMS } from '../../bot/platform.ts';
import { storeInWords } from '../command-line/store-in-words.ts';
import type { AppContext } from '../context.ts';
import { createLog, logDestination } from '../log.ts';
import { readConfig } from '../settings/config.ts';
import { startSammen } from '../start-sammen.ts';
import type { Terminal, Work } from './command.ts';
import { stopInTime } from './stop-in-time.ts';
import { UsageError } from './usage-error.ts';

const TEAMS_LOCAL = `!!! TEAMS_LOCAL=on: /api/messages takes whatever is sent to it and asks nobody who they are.
!!! It answers programs on this machine only. Use it to try Sammen out, never with real people.`;

export const start: Work<[], { demoYears?: number }> = async ({ options: { demoYears = 0 } }, env, terminal) => {
  const config = readConfig(env);
  if (demoYears > 0 && !config.sandbox)
    throw new UsageError('--demo-years makes people and cases up, so it works in the sandbox only');
  for (const warning of config.warnings) terminal.warn(warning);
  const log = createLog(config, await logDestination(process.stderr));
  const running = await startSammen(config, log, async (context) => {
    if (demoYears > 0) await fill(demoYears, context, terminal);
  });
  // Before the address is printed: a program that reads it may stop Sammen immediately.
  stopInTime(running, log);
  const platforms = PLATFORMS.filter((platform) => config.platforms[platform] !== null);
  if (!config.sandbox) log.info({ platforms, store: storeInWords(env) }, 'Sammen has started');
  terminal.print(
    config.sandbox
      ? `Sammen's sandbox is open: ${running.url}\nEverybody in it is made up. Stop it with Ctrl+C.`
      : `Sammen is running: ${running.url}`,
  );
  if (config.platforms.teams === 'local') terminal.warn(TEAMS_LOCAL);
};

const fill = async (years: number, context: AppContext, terminal: Terminal): Promise<void> => {
  const { fillDemoYears } = await import('../demo/demo-years.ts');
  const progress = terminal.progress('Making up a workplace');
  await fillDemoYears(years, context, progress.to).finally(progress.end);
};
