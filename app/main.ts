import './utc.ts';
import { COMMANDS, isCommand } from './commands/commands.ts';

/** Faults a person can mend: their message says how. Anything else is ours and comes with its stack. */
const MENDABLE = new Set([
  'ConfigurationError',
  'UsageError',
  'StoreInUse',
  'DamagedStore',
  'WrongStore',
  'StoreNotOpened',
  'StoreUnavailable',
  'CannotCarryOver',
  'ContentFault',
  'OrganisationFault',
  'PrinciplesFault',
  'NudgesFault',
  'WarningWordsFault',
  'SlackNotOpened',
  'LexiconFault',
  'ImportStopped',
  'UnknownCommand',
]);

class UnknownCommand extends Error {
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
  await COMMANDS[name].run(args, process.env);
};

main().catch((error: unknown) => {
  const fault = error instanceof Error ? error : new Error(String(error));
  process.stderr.write(`${MENDABLE.has(fault.name) ? fault.message : fault.stack}\n`);
  process.exitCode = 1;
});
