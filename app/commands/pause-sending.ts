import type { Command } from './command.ts';
import { UsageError } from './usage-error.ts';
import { withStore } from './with-store.ts';

const takesNothing = (name: string, args: readonly string[]): void => {
  if (args.length > 0) throw new UsageError(`${name} takes nothing.`);
};

/** Pauses all sending, in every process, until `resume-sending`. People are still heard, and what is owed is kept. */
export const pauseSending: Command = async (args, env, terminal) => {
  takesNothing('pause-sending', args);
  await withStore(env, terminal, async ({ holds }) => {
    const isNew = await holds.pause(new Date());
    const since = (await holds.since())?.toISOString() ?? '';
    terminal.print(
      isNew
        ? 'Sending is paused. Nothing is lost: everything goes out, in order, after resume-sending.'
        : `Sending is paused already, since ${since}.`,
    );
  });
};

export const resumeSending: Command = async (args, env, terminal) => {
  takesNothing('resume-sending', args);
  await withStore(env, terminal, async ({ holds }) => {
    terminal.print(
      (await holds.resume()) ? 'Sending goes on. A running Sammen begins within seconds.' : 'Sending was not paused.',
    );
  });
};
