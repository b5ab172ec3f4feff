import { Command } from '@commander-js/extra-typings';
import { CommanderError } from 'commander';
import type { Terminal } from '../commands/command.ts';
import { UsageError } from '../commands/usage-error.ts';
import { faultInWords } from '../fault-in-words.ts';
import type { Environment } from '../settings/config.ts';
import { VERSION } from '../version.ts';
import { COMMANDS, isCommand } from './commands.ts';
import { GROUPS } from './declare.ts';
import { refuseEmpty } from './given-arguments.ts';

/** What the program ends with (docs/operations.md, "The command line"). */
const FAILED = 1;
const MISUSED = 2;

const CALL = 'npm run -s sammen --';

/** Runs what was typed after `npm run -s sammen --`, and returns the exit code. */
export const runCommandLine = async (
  args: readonly string[],
  env: Environment,
  terminal: Terminal,
  ready?: () => void,
): Promise<number> => {
  try {
    await runCommand(args, env, terminal, ready);
    return 0;
  } catch (error) {
    terminal.warn(faultInWords(error));
    return error instanceof UsageError ? MISUSED : FAILED;
  }
};

/** Runs a command, `start` where none is named. @throws UsageError for misuse, and what the command throws */
export const runCommand = async (
  args: readonly string[],
  env: Environment,
  terminal: Terminal,
  ready?: () => void,
): Promise<void> => {
  refuseEmpty(args);
  const program = new Command(CALL)
    .usage('COMMAND [what it takes]')
    .description('Sammen: a colleague brings a dilemma, a human sparring agent answers.')
    .version(VERSION, '--version', 'prints which Sammen this is')
    .helpOption('-h, --help', 'says how to call it')
    .commandsGroup(GROUPS[0])
    .helpCommand('help [COMMAND]', 'says how to call a command')
    .addHelpText('after', `\n${CALL} COMMAND --help says what a command takes. Without one, Sammen starts.`)
    .configureOutput({ writeOut: (text) => terminal.print(text.trimEnd()), writeErr: () => undefined })
    .exitOverride();
  for (const [name, { build }] of Object.entries(COMMANDS))
    program.addCommand(build(name, env, terminal, ready).copyInheritedSettings(program));
  try {
    await program.parseAsync(withHelpLast(args.length === 0 ? ['start'] : args), { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode !== 0) throw new UsageError(inSentences(error, commandIn(args)));
  }
};

const commandIn = ([first = '', second = '']: readonly string[]): string => (first === 'help' ? second : first);

/** `help journal` as `journal --help`. An unknown command stands alone, or the parser would give the overall help. */
const withHelpLast = (args: readonly string[]): readonly string[] => {
  const name = commandIn(args);
  if (name === '' || name.startsWith('-') || name === 'help') return args;
  if (!isCommand(name)) return [name];
  return args[0] === 'help' ? [name, ...args.slice(2), '--help'] : args;
};

/** The parser's complaint in whole sentences, and where the mend stands. */
const inSentences = ({ message }: CommanderError, name: string): string => {
  const [fault = '', hint = ''] = message.replace(/^error: /, '').split('\n');
  const said = `${fault.charAt(0).toUpperCase()}${fault.slice(1)}${fault.endsWith('.') ? '' : '.'}`;
  const meant = hint.replace(/^\((.*)\)$/, ' $1');
  const mend = isCommand(name)
    ? `"${CALL} ${name} --help" says what it takes.`
    : `The commands are: ${Object.keys(COMMANDS).join(', ')}. "${CALL} --help" says what each does.`;
  return `${said}${meant} ${mend}`;
};
