import type { Command } from './command.ts';
import { UsageError } from './usage-error.ts';
import { withStore } from './with-store.ts';

const takesNothing = (name: string, args: readonly string[]): void => {
  if (args.length > 0) throw new UsageError(`${name} takes nothing.`);
};

/** Pauses all sending, in every process, until `resume-sending`. People are still heard, and what is owed is kept. */
export const pauseSending: Command = async (args, env) => {
  takesNothing('pause-sending', args);
  await withStore(env, async ({ holds }) => {
    const isNew = await holds.pause(new Date());
    const since = (await holds.since())?.toISOString() ?? '';
    process.stdout.write(
      isNew
        ? 'Sending is paused. Nothing is lost: everything goes out, in order, after resume-sending.\n'
        : `Sending is paused already, since ${since}.\n`,
    );
  });
};

export const resumeSending: Command = async (args, env) => {
  takesNothing('resume-sending', args);
  await withStore(env, async ({ holds }) => {
    process.stdout.write(
      (await holds.resume())
        ? 'Sending goes on. A running Sammen begins within seconds.\n'
        : 'Sending was not paused.\n',
    );
  });
};
