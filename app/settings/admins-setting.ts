import { isEmail } from '../../bot/people/email.ts';
import type { Given } from './given.ts';

/** The first admins: the e-mail addresses in `ADMINS`, in lower case. Adds a fault when an entry is not an address. */
export const adminsSetting = (given: Given, faults: string[]): string[] => {
  const emails = (given('ADMINS') ?? '').split(/[\s,;]+/).filter((part) => part !== '');
  const wrong = emails.findIndex((email) => !isEmail(email));
  if (wrong >= 0)
    faults.push(
      `ADMINS holds something that is no e-mail address (number ${wrong + 1}). Give whole addresses with commas between.`,
    );
  return emails.map((email) => email.toLowerCase());
};
