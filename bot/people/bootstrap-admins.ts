import { hasRole } from './person.ts';
import type { People, PersonChanges } from './port.ts';

/**
 * Makes the people named in `ADMINS` admins. Those who are not known yet become admins when they first write.
 * Returns whether there is an admin, or will be one.
 */
export const bootstrapAdmins = async (
  emails: readonly string[],
  people: People & Pick<PersonChanges, 'giveRole'>,
): Promise<boolean> => {
  for (const email of emails) {
    const person = await people.byEmail(email);
    if (person !== null && person.left === null && !hasRole(person, 'admin')) {
      await people.giveRole(person._id, 'admin');
    }
  }
  return emails.length > 0 || (await people.withRole('admin')).length > 0;
};
