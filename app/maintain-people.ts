import { bootstrapAdmins } from '../bot/people/bootstrap-admins.ts';
import { recordAdmin } from '../bot/people/record-admin.ts';
import type { AppContext } from './context.ts';
import type { Store } from './open-store.ts';

/** Another process may change the closed days; this is how soon the others see it. */
const REFRESH_MS = 2_000;

/** Why somebody named in `ADMINS` is no admin. By its place there, because the log names nobody. */
export const notVouched = (email: string, admins: readonly string[]): string =>
  `number ${admins.indexOf(email) + 1} in ADMINS is known only from Slack, where whoever runs the workspace may set an address. They become admin once the list of people has the address (import-people), or once they write in Teams.`;

/** Makes sure there is an admin, and re-reads the closed days that other processes may change, until stopped. */
export const maintainPeople = async (
  { people, closedDays, adminLog }: Pick<Store, 'people' | 'closedDays' | 'adminLog'>,
  admins: readonly string[],
  { log, faults }: Pick<AppContext, 'log' | 'faults'>,
  clock: () => Date,
): Promise<{ stop(): void }> => {
  const { hasAdmin, unvouched } = await bootstrapAdmins(admins, people, recordAdmin(adminLog, clock));
  for (const email of unvouched) log.warn(notVouched(email, admins));
  if (!hasAdmin) {
    log.warn('nobody is admin, so nobody can give roles. Put the e-mail address of the first one into ADMINS.');
  }
  const timer = setInterval(() => {
    closedDays.refresh().catch((error) => faults.note('job', 'the closed days could not be read again', error));
  }, REFRESH_MS);
  return { stop: () => clearInterval(timer) };
};
