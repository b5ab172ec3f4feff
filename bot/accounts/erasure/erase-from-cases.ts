import { type TransitionDeps, tickCase } from '../../cases/change-case.ts';
import { close, withdraw } from '../../cases/ending.ts';
import { finish } from '../../cases/move.ts';
import { withPersonErased } from '../../cases/replace-person.ts';
import { type Draft, EMPTIED } from '../../drafts/draft.ts';
import type { PersonId } from '../../ids.ts';
import type { AccountsDeps } from '../deps.ts';

/**
 * Ends a person's own cases: closes answered ones, because the answer is somebody else's work, and withdraws the
 * others.
 */
export const endOwnCases = async (
  asker: PersonId,
  deps: TransitionDeps & Pick<AccountsDeps, 'cases'>,
): Promise<void> => {
  for (const { _id } of await deps.cases.naming(asker)) {
    await tickCase(
      _id,
      (c, at) => {
        if (c.asker !== asker || c.state === 'closed' || c.state === 'withdrawn') return null;
        const move = c.state === 'answered' ? close(c, at) : withdraw(c, at);
        const tell = move.tell.filter(({ to }) => to !== asker);
        return { did: 'ended', change: finish(c, { ...move, tell }, at) };
      },
      deps,
    );
  }
};

/**
 * Replaces a person with `nobody` in cases and drafts. Documents that still owe them a message wait for the relay
 * (`owed`): the message would name them after the erasure.
 */
export const eraseFromCases = async (
  id: PersonId,
  nobody: PersonId,
  { cases, drafts }: Pick<AccountsDeps, 'cases' | 'drafts'>,
): Promise<{ found: number; owed: boolean }> => {
  const [theirCases, theirDrafts] = [await cases.naming(id), await drafts.of(id)];
  const owesNothing = ({ owes }: { owes: readonly { to: string }[] }) => !owes.some(({ to }) => to === id);
  let found = 0;
  for (const c of theirCases.filter(owesNothing)) {
    await cases.replacePerson(c._id, c.rev, withPersonErased(c, id, nobody));
    found++;
  }
  for (const draft of theirDrafts.filter(owesNothing)) {
    const state: Draft['state'] = draft.state === 'used' || draft.state === 'ended' ? draft.state : 'discarded';
    await drafts.change(
      draft._id,
      draft.rev,
      { set: { person: nobody, takesLinesOf: draft._id, ...EMPTIED, state }, owes: [] },
      null,
    );
    found++;
  }
  return { found, owed: ![...theirCases, ...theirDrafts].every(owesNothing) };
};
