import { isEmail } from '../bot/people/email.ts';
import type { Given } from './given.ts';

/** Who is admin from the start: the e-mail addresses in `ADMINS`, lower case. Adds a fault for what is none. */
export const adminsSetting = (given: Given, faults: string[]): string[] => {
  const emails = (given('ADMINS') ?? '').split(/[\s,;]+/).filter((part) => part !== '');
  const wrong = emails.findIndex((email) => !isEmail(email));
  if (wrong >= 0)
    faults.push(
      `ADMINS holds something that is no e-mail address (number ${wrong + 1}). Give whole addresses with commas between.`,
    );
  return emails.map((email) => email.toLowerCase());
};
