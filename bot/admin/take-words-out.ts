import type { AdminLog } from '../audit/port.ts';
import { record } from '../audit/record.ts';
import { lookForWords, sumOf, type TakeOutDeps, takeOut } from '../keeping/take-out.ts';
import type { Person } from '../people/person.ts';
import type { AdminCommand } from './command.ts';
import type { AdminNotice } from './notice.ts';

export type WordsDeps = TakeOutDeps & { adminLog: Pick<AdminLog, 'add'> };

/**
 * Counts words in a case for an admin, or takes them out; they see no text of it. The words are kept nowhere, so an admin
 * who only counted types them again. @throws Refusal no-such-case, case-held, words-too-short
 */
export const takeWordsOut = async (
  { number, words, just }: AdminCommand<'take-out-words'>,
  admin: Person,
  receipt: string,
  deps: WordsDeps,
): Promise<AdminNotice> => {
  const places = await lookForWords(number, words, deps);
  const entry = { at: deps.clock(), by: admin._id, about: null, case: number, detail: String(sumOf(places)) };
  if (just === 'look' || sumOf(places) === 0) {
    await record(deps.adminLog, receipt, { ...entry, did: 'look-for-words' });
    return { kind: 'admin-words', number, did: 'looked', places };
  }
  await takeOut(number, words, deps, await record(deps.adminLog, receipt, { ...entry, did: 'take-out' }));
  return { kind: 'admin-words', number, did: 'took', places };
};
