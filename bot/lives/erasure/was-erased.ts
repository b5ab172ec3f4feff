import { idsOnReturn } from '../../people/meet-colleague.ts';
import type { Address } from '../../people/person.ts';
import type { LivesDeps } from '../deps.ts';

/** Whether nobody is behind a chat account of whom Sammen knows only that they want no weekly principle. */
export const wasErased = async (
  account: Pick<Address, 'platform' | 'id'>,
  { people, readers }: Pick<LivesDeps, 'people' | 'readers'>,
): Promise<boolean> => {
  if ((await people.byAddress(account.platform, account.id)) !== null) return false;
  for (const id of idsOnReturn({ email: null, addresses: [account] })) {
    if ((await readers.get(id)).stoppedAt !== null) return true;
  }
  return false;
};
