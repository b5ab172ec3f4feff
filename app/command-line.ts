import { MendableError } from '../bot/mendable-error.ts';
import type { Terminal } from './commands/command.ts';
import { COMMANDS, isCommand } from './commands/commands.ts';
import type { Environment } from './config.ts';
import { faultInWords } from './fault-in-words.ts';

class UnknownCommand extends MendableError {
  override readonly name = 'UnknownCommand';
  constructor(command: string) {
    const lines = Object.values(COMMANDS).map(({ usage, purpose }) => `  ${usage}\n      ${purpose}`);
    super(`There is no command ${JSON.stringify(command)}. The commands are:\n${lines.join('\n')}`);
  }
}

/** Runs what was typed after `npm run -s sammen --`, and returns the exit code: 1 when it failed. */
export const runCommandLine = async (
  [name = 'start', ...args]: readonly string[],
  env: Environment,
  terminal: Terminal,
): Promise<number> => {
  try {
    if (!isCommand(name)) throw new UnknownCommand(name);
    if (args.includes('--help')) {
      const { usage, purpose } = COMMANDS[name];
      terminal.print(`npm run -s sammen -- ${usage}\n  ${purpose}`);
      return 0;
    }
    const run = await COMMANDS[name].load();
    await run(args, env, terminal);
    return 0;
  } catch (error) {
    terminal.warn(faultInWords(error));
    return 1;
  }
};
