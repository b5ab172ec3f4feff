import type { Command } from '../commands.ts';
import type { Deps } from '../deps.ts';
import { refreshedCaseId } from '../messages/ids.ts';
import { update } from '../messages/owed.ts';
import type { Person } from '../people/person.ts';
import { Refusal } from '../refusal.ts';

/**
 * Says of a case that is kept no longer that it went, rather than that there is none; the card says so, too.
 * @throws Refusal
 */
export const ofGoneCase = async <T>(
  command: Command,
  person: Person,
  receipt: string,
  { goneCases, outbox, clock }: Pick<Deps, 'goneCases' | 'outbox' | 'clock'>,
  act: () => Promise<T>,
): Promise<T> => {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'not-found') throw error;
    const about = 'case' in command ? command.case : undefined;
    if (about === undefined || (await goneCases.goneCase(about)) === null) throw error;
    const say = { kind: 'case', case: about, from: 'all' } as const;
    await outbox.add([update(refreshedCaseId(receipt), person._id, say, clock())]);
    throw new Refusal('case-gone');
  }
};
