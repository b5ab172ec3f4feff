import { accountOf, type Person } from '../../bot/people/person.ts';
import { resolveJoined } from '../../bot/people/resolve-joined.ts';
import { saidBy } from '../../bot/people/sources.ts';
import { closeAccount } from '../../bot/people/update-account.ts';
import { type Account, emailsOf, isElsewhere, nameOf, whyRefused } from './account.ts';
import type { TurnDeps } from './deps.ts';

type Changed = { user: Account & { id: string } };
type ChangeDeps = Pick<TurnDeps, 'people' | 'chats' | 'self' | 'now' | 'update'>;

/**
 * Handles `user_change`: a new name or address, a guest, a deactivated account, and back again. Slack sends it for
 * everybody in the workspace, also for a new status, and not always in order. Fields that are missing say nothing.
 */
export const accountChanged = async ({ user }: Changed, deps: ChangeDeps): Promise<void> => {
  const { people, chats, self, now, update } = deps;
  const account = { platform: 'slack' as const, id: user.id };
  const known = await people.byAddress(account.platform, account.id);
  if (known === null || isElsewhere(user, self())) return;
  const person = await resolveJoined(known, people);
  const before = saidBy(person, 'slack');
  const closed = person.closed.find((other) => accountOf(other) === accountOf(account))?.why ?? null;
  const why = closedNow(user, closed, deps);
  const name = nameOf(user) || (before?.name ?? '');
  const emails = user.profile?.email === undefined ? (before?.emails ?? []) : emailsOf(user);
  const isSame = why === closed && (why !== null || isKnown(before, name, emails));
  if (isSame || (user.updated != null && !(await chats.isNews(user.id, user.updated)))) return;
  if (why === null) await update(person, { ...account, name, emails, at: now() });
  else await closeAccount(person, { ...account, why, at: now() }, people);
};

/** Why an account is closed after a change. It opens again only when Slack says so outright. */
const closedNow = (
  user: Account,
  before: Person['closed'][number]['why'] | null,
  { self }: Pick<ChangeDeps, 'self'>,
): Person['closed'][number]['why'] | null => {
  const refused = whyRefused(user, self());
  if (refused !== null) return refused === 'guest' ? 'guest' : 'deactivated';
  if (before === 'deactivated') return user.deleted === false ? null : before;
  const isFull = user.is_restricted === false || user.is_ultra_restricted === false || user.is_stranger === false;
  return before === 'guest' && isFull ? null : before;
};

const isKnown = (before: { name: string; emails: string[] } | null, name: string, emails: readonly string[]): boolean =>
  before?.name === name && JSON.stringify(before.emails) === JSON.stringify(emails.map((email) => email.toLowerCase()));
