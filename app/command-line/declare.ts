import { Command, type CommandUnknownOpts, type OptionValues } from '@commander-js/extra-typings';
import type { Terminal, Work } from '../commands/command.ts';
import type { Environment } from '../settings/config.ts';
import { storeInWords } from './store-in-words.ts';

/** The headings in the overall help, in their order. */
export const GROUPS = ['Set up and run:', 'People:', 'Cases:', 'Messages:', 'The store:'] as const;

/** What a command does with the store; its help says so. */
const STORE_USES = {
  none: '',
  'if-there': 'Reads a copy of the store where there is one, also while Sammen runs.',
  read: 'Reads a copy of the store, also while Sammen runs.',
  write: 'Changes the store. Stop Sammen first, unless the store is in MongoDB.',
  replace: 'Puts another store in the place of the one that is there. Stop Sammen first.',
  make: 'Changes the store, and makes one where there is none. Stop Sammen first, unless the store is in MongoDB.',
} as const;

type Form<Args extends unknown[], Options extends OptionValues> = {
  group: (typeof GROUPS)[number];
  /** What it does, in a line. */
  purpose: string;
  store: keyof typeof STORE_USES;
  /** Arguments that are right, for the help and for tests. */
  example: readonly string[];
  /** Adds arguments and options; whatever is not named here is refused. */
  takes(command: Command): Command<Args, Options>;
  /** A command's work is loaded when it is called, because what it needs takes long to load. */
  load(): Promise<Work<Args, Options>>;
};

/**
 * A command as the command line knows it, before anything of its work is loaded. `ready` throws when its settings cannot
 * be used.
 */
export type Declaration = Pick<Form<[], OptionValues>, 'group' | 'store' | 'example'> & {
  build(name: string, env: Environment, terminal: Terminal, ready?: () => void): CommandUnknownOpts;
};

/** Declares a command. The types of its arguments and options follow from `takes`, and its work must fit them. */
export const declare = <Args extends unknown[], Options extends OptionValues>({
  takes,
  load,
  purpose,
  ...rest
}: Form<Args, Options>): Declaration => ({
  ...rest,
  build: (name, env, terminal, ready = () => undefined) => {
    const command = takes(new Command(name).description(purpose).helpGroup(rest.group));
    const example = ['npm run -s sammen --', name, ...rest.example].join(' ');
    const more = [STORE_USES[rest.store], `Example: ${example}`].filter((line) => line !== '');
    return command.addHelpText('after', `\n${more.join('\n')}`).action(async () => {
      // What works without a store also works without right settings.
      if (rest.store !== 'none') ready();
      const work = await load();
      if (rest.store !== 'none') terminal.note(`Store: ${storeInWords(env)}`);
      await work({ args: command.processedArgs, options: command.opts() }, env, terminal);
    });
  },
});
