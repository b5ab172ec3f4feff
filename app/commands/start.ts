import { startSammen } from '../compose.ts';
import { readConfig } from '../config.ts';
import type { Command } from './command.ts';

export const start: Command = {
  usage: 'start',
  purpose: 'runs Sammen until it is stopped',
  run: async (_args, env) => {
    const config = readConfig(env);
    const running = await startSammen(config);
    process.stdout.write(
      config.sandbox
        ? `Sammen's sandbox is open: ${running.url}\nEverybody in it is made up. Stop it with Ctrl+C.\n`
        : `Sammen is running: ${running.url}\n`,
    );
    const stop = (): void => {
      void running.stop().then(() => process.exit(0));
    };
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  },
};
