import type { Address } from '../../bot/people/person.ts';
import { resolveJoined } from '../../bot/people/resolve-joined.ts';
import { DAY } from '../../bot/time/units.ts';
import type { ChatDeps } from './deps.ts';
import { type AskAccount, askAgain, isDue, isRefused } from './recognise-account.ts';

/** Looks at a known account that nobody wrote or pressed from, at most once a day, before something is sent to it. */
export const lookAgain = async (
  account: Pick<Address, 'platform' | 'id'>,
  ask: AskAccount,
  deps: Pick<ChatDeps, 'people' | 'update' | 'now' | 'onFault'>,
): Promise<void> => {
  const { people, update, now } = deps;
  const address = { ...account, at: now() };
  const known = await people.byAddress(account.platform, account.id);
  const person = known === null ? null : await resolveJoined(known, people);
  if (person === null || !isDue(person, address, { usually: DAY, gone: DAY })) return;
  const details = await askAgain(person, address, ask, deps);
  if (details === null || isRefused(details)) return;
  await update(person, { ...address, name: details.name, emails: details.emails });
};
