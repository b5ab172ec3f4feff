import { hasRole } from './person.ts';
import type { People, PersonAccounts, PersonChanges } from './port.ts';
import type { RecordAdmin } from './record-admin.ts';
import { vouchedEmails } from './sources.ts';

/** Whether there is an admin, or will be one, and the addresses in `ADMINS` that nobody but Slack vouches for. */
type Bootstrapped = { hasAdmin: boolean; unvouched: string[] };

/**
 * Makes the people named in `ADMINS` admins, where the list or Teams' directory vouches for their address. Those who
 * are not known yet become admins when they first write.
 */
export const bootstrapAdmins = async (
  emails: readonly string[],
  people: People & PersonAccounts & Pick<PersonChanges, 'giveRole'>,
  recordAdmin: RecordAdmin,
): Promise<Bootstrapped> => {
  const unvouched: string[] = [];
  for (const email of emails) {
    const owners = (await people.withEmail(email)).filter(({ left, joined }) => left === null && joined === null);
    const vouched = owners.filter((person) => vouchedEmails(person).has(email));
    for (const person of vouched)
      if (!hasRole(person, 'admin')) await people.giveRole(person._id, 'admin', await recordAdmin(person._id));
    if (owners.length > 0 && vouched.length === 0 && !owners.some((person) => hasRole(person, 'admin')))
      unvouched.push(email);
  }
  const canCome = emails.some((email) => !unvouched.includes(email));
  return { hasAdmin: canCome || (await people.withRole('admin')).length > 0, unvouched };
};
