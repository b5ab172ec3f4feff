import { parseArgs } from 'node:util';
import { COMMANDS, type CommandName, isCommand } from './commands/commands.ts';
import { ConfigurationError } from './config.ts';

/** The command line: `npm run -s sammen -- COMMAND`. */
const main = async (): Promise<void> => {
  const { positionals } = parseArgs({ allowPositionals: true, strict: true, options: {} });
  const [name = 'start', ...args] = positionals;
  if (!isCommand(name)) throw new UnknownCommand(name);
  await COMMANDS[name].run(args, process.env);
};

class UnknownCommand extends Error {
  constructor(name: string) {
    const lines = Object.entries(COMMANDS).map(([known, { usage, purpose }]) => `  ${usage ?? known}\n      ${purpose}`);
    super(`There is no command ${JSON.stringify(name)}. The commands are:\n${lines.join('\n')}`);
  }
}

main().catch((error: unknown) => {
  // One catch for the whole program: what a person can mend is a sentence, anything else comes with its stack.
  const plain = error instanceof ConfigurationError || error instanceof UnknownCommand || isOurs(error);
  process.stderr.write(`${plain || !(error instanceof Error) ? String((error as Error).message ?? error) : error.stack}\n`);
  process.exitCode = 1;
});

const OURS = ['StoreInUse', 'DamagedStore', 'WrongStore', 'UsageError', 'OrganisationFault', 'PrinciplesFault'];
const isOurs = (error: unknown): boolean => error instanceof Error && OURS.includes(error.name);
