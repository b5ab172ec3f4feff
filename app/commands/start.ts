import { startSammen } from '../compose.ts';
import { readConfig } from '../config.ts';
import type { Command } from './command.ts';

const TEAMS_LOCAL = `!!! TEAMS_LOCAL=on: /api/messages takes whatever is sent to it and asks nobody who they are.
!!! It answers programs on this machine only. Use it to try Sammen out, never with real people.
`;

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
    if (config.teamsLocal) process.stderr.write(TEAMS_LOCAL);
    const stop = (): void => {
      void running.stop().then(() => process.exit(0));
    };
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  },
};
