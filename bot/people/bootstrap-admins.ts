import { hasRole } from './person.ts';
import type { People, PersonChanges } from './port.ts';

/**
 * Gives the people named in `ADMINS` the role, as far as they are known; the others get it when they first write.
 * Answers whether anybody is admin now or will be.
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
