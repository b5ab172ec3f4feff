import { idsOnReturn } from '../../people/meet-colleague.ts';
import type { Address } from '../../people/person.ts';
import type { AccountsDeps } from '../deps.ts';

/**
 * Whether a chat account belongs to an erased person: nobody has it, and only the stop of the weekly principle is left.
 */
export const wasErased = async (
  account: Pick<Address, 'platform' | 'id'>,
  { people, readers }: Pick<AccountsDeps, 'people' | 'readers'>,
): Promise<boolean> => {
  if ((await people.byAddress(account.platform, account.id)) !== null) return false;
  for (const id of idsOnReturn({ email: null, said: [], addresses: [account], closed: [] }, people)) {
    if ((await readers.get(id)).stoppedAt !== null) return true;
  }
  return false;
};
