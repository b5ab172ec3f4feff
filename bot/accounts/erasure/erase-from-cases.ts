import { endErasedCase, type TransitionDeps } from '../../cases/change-case.ts';
import { withPersonErasedLater } from '../../cases/hold.ts';
import { withPersonErased } from '../../cases/replace-person.ts';
import { type Draft, EMPTIED } from '../../drafts/draft.ts';
import type { PersonId } from '../../ids.ts';
import type { Person } from '../../people/person.ts';
import { NO_WORDS } from '../../privacy/mask.ts';
import type { AccountsDeps } from '../deps.ts';

export type EndOwnDeps = TransitionDeps & Pick<AccountsDeps, 'cases' | 'drafts'>;

/** Ends what somebody who is marked for erasure has asked, and throws away what they have not sent. */
export const endOwn = async (asker: PersonId, deps: EndOwnDeps): Promise<void> => {
  for (const c of await deps.cases.naming(asker)) if (c.asker === asker) await endErasedCase(c._id, deps);
  for (const { _id, rev } of await deps.drafts.openOf(asker))
    await deps.drafts.change(_id, rev, { set: { state: 'discarded', ...EMPTIED }, owes: [] }, null);
};

/**
 * Replaces a person with `nobody` in cases and drafts. Documents that still owe them a message wait for the relay
 * (`owed`): the message would name them after the erasure. Under a legal hold the words stay, and go with its end.
 */
export const eraseFromCases = async (
  person: Pick<Person, '_id' | 'name'>,
  nobody: PersonId,
  { cases, drafts }: Pick<AccountsDeps, 'cases' | 'drafts'>,
): Promise<{ found: number; owed: boolean }> => {
  const id = person._id;
  const [theirCases, theirDrafts] = [await cases.naming(id), await drafts.of(id)];
  const owesNothing = ({ owes }: { owes: readonly { to: string }[] }) => !owes.some(({ to }) => to === id);
  let found = 0;
  for (const c of theirCases.filter(owesNothing)) {
    const { hold } = c;
    const parts =
      hold === undefined ? withPersonErased(c, id, nobody) : withPersonErasedLater({ ...c, hold }, person, nobody);
    await cases.replacePerson(c._id, c.rev, parts);
    found++;
  }
  for (const draft of theirDrafts.filter(owesNothing)) {
    const state: Draft['state'] = draft.state === 'used' || draft.state === 'ended' ? draft.state : 'discarded';
    await drafts.change(
      draft._id,
      draft.rev,
      { set: { person: nobody, takesLinesOf: draft._id, ...EMPTIED, ...withoutLine(draft), state }, owes: [] },
      null,
    );
    found++;
  }
  return { found, owed: ![...theirCases, ...theirDrafts].every(owesNothing) };
};

/** The line that they wrote for the teller of a story. */
const withoutLine = ({ meets }: Draft): Pick<Draft, 'meets'> =>
  meets === undefined ? {} : { meets: { ...meets, text: NO_WORDS } };
