import type { Logger } from 'pino';
import { bootstrapAdmins } from '../bot/people/bootstrap-admins.ts';
import type { Store } from './open-store.ts';

/** Another process may have changed the closed days; a few seconds later every process knows. */
const REFRESH = 2_000;

/** Sees that there is an admin, and that changes made in other processes are heard of; until it is stopped. */
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
  }, REFRESH);
  return { stop: () => clearInterval(timer) };
};
