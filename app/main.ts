import './utc.ts';
import { MendableError } from '../bot/mendable-error.ts';
import { COMMANDS, isCommand } from './commands/commands.ts';
import { reportFailure } from './report-failure.ts';

class UnknownCommand extends MendableError {
  override readonly name = 'UnknownCommand';
  constructor(command: string) {
    const lines = Object.values(COMMANDS).map(({ usage, purpose }) => `  ${usage}\n      ${purpose}`);
    super(`There is no command ${JSON.stringify(command)}. The commands are:\n${lines.join('\n')}`);
  }
}

/** The command line: `npm run -s sammen -- COMMAND`. */
const main = async (): Promise<void> => {
  const [name = 'start', ...args] = process.argv.slice(2);
  if (!isCommand(name)) throw new UnknownCommand(name);
  if (args.includes('--help')) {
    const { usage, purpose } = COMMANDS[name];
    process.stdout.write(`npm run -s sammen -- ${usage}\n  ${purpose}\n`);
    return;
  }
  const run = await COMMANDS[name].load();
  await run(args, process.env);
};

main().catch(reportFailure);
