import type { Logger } from 'pino';
import { bootstrapAdmins } from '../bot/people/bootstrap-admins.ts';
import type { Store } from './open-store.ts';

/** Another process may change the closed days; this is how soon the others see it. */
const REFRESH_MS = 2_000;

/** Makes sure there is an admin, and re-reads the closed days that other processes may change, until stopped. */
export const maintainPeople = async (
  { people, closedDays }: Pick<Store, 'people' | 'closedDays'>,
  admins: readonly string[],
  log: Logger,
): Promise<{ stop(): void }> => {
  if (!(await bootstrapAdmins(admins, people))) {
    log.warn('nobody is admin, so nobody can give roles. Put the e-mail address of the first one into ADMINS.');
  }
  const timer = setInterval(() => {
    closedDays.refresh().catch((error) => log.warn({ err: error }, 'the closed days could not be read again'));
  }, REFRESH_MS);
  return { stop: () => clearInterval(timer) };
};
