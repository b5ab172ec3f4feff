import type { Work } from './command.ts';
import { withStore } from './with-store.ts';

/** Pauses all sending, in every process, until `resume-sending`. People are still heard, and what is owed is kept. */
export const pauseSending: Work = async (_given, env, terminal) => {
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

export const resumeSending: Work = async (_given, env, terminal) => {
  await withStore(env, terminal, async ({ holds }) => {
    terminal.print(
      (await holds.resume()) ? 'Sending goes on. A running Sammen begins within seconds.' : 'Sending was not paused.',
    );
  });
};
