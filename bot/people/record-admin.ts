import type { AdminLog } from '../audit/port.ts';
import { type Recorded, record } from '../audit/record.ts';
import type { PersonId } from '../ids.ts';

/** What the log of access says instead of a name. */
const SETTING = 'ADMINS';

/** Notes that the setting `ADMINS` makes somebody an admin, before it does. */
export const recordAdmin =
  (adminLog: Pick<AdminLog, 'add'>, clock: () => Date) =>
  (person: PersonId): Promise<Recorded<'give-role'>> => {
    const at = clock();
    return record(adminLog, `admins-${person}-${at.getTime()}`, {
      at,
      by: null,
      operator: SETTING,
      did: 'give-role',
      about: person,
      detail: 'admin',
    });
  };

export type RecordAdmin = ReturnType<typeof recordAdmin>;
