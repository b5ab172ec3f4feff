import { type MetColleague, meetAgain } from '../../bot/people/meet-colleague.ts';
import { type Address, accountOf, type Person } from '../../bot/people/person.ts';
import { resolveJoined } from '../../bot/people/resolve-joined.ts';
import { saidBy, sayingOf } from '../../bot/people/sources.ts';
import { closeAccount, nameAtLast } from '../../bot/people/update-account.ts';
import { DAY, HOUR, MINUTE } from '../../bot/time/units.ts';
import { LANGUAGES, type Language } from '../../bot/words.ts';
import { StoreUnavailable } from '../store/collection.ts';
import type { ChatDeps } from './deps.ts';

/** An account we refuse: a guest, a member of another organisation, or a bot. A deactivated account counts as a bot. */
export type Refused = { refused: 'guest' | 'bot'; language: Language };

export const isRefused = (who: object): who is Refused => 'refused' in who;

type AccountId = Pick<Address, 'platform' | 'id'>;

/** An account as an activity names it. `name`: as it stands there, if it does. */
export type AccountHere = AccountId & { name?: string };

/** The details of an account, from the platform. */
export type AccountDetails = Omit<MetColleague, 'address'>;

/** Asks the platform about an account. */
export type AskAccount = () => Promise<AccountDetails | Refused>;

type RecogniseDeps = Pick<ChatDeps, 'people' | 'meet' | 'now' | 'language' | 'onFault'>;
type ReturnDeps = Pick<ChatDeps, 'bot' | 'send'>;

/** Finds the person who wrote, pressed or got Sammen, and sends again what could not be delivered to them. */
export const recogniseAccount = async (
  account: AccountHere,
  ask: AskAccount,
  deps: RecogniseDeps & ReturnDeps,
): Promise<Person | Refused> => {
  const who = await findPerson(account, ask, deps);
  if (!isRefused(who) && (await deps.bot.returned(who)) > 0) deps.send();
  return who;
};

/**
 * Finds the person behind an account. `ask` is called for an unknown account, and at most once a day for a known
 * one, because names and addresses change and people become guests or leave. A name that was missing is taken at once.
 */
const findPerson = async (
  { name = '', ...account }: AccountHere,
  ask: AskAccount,
  deps: RecogniseDeps,
): Promise<Person | Refused> => {
  const { people, meet, now } = deps;
  const address = { ...account, at: now() };
  const known = await people.byAddress(account.platform, account.id);
  if (known === null) {
    const details = await ask();
    return isRefused(details) ? details : meet({ ...details, address });
  }
  const person = await resolveJoined(known, people);
  if (isDue(person, address, LOOK_AGAIN)) {
    const details = await askAgain(person, address, ask, deps);
    if (details !== null && isRefused(details)) return details;
    if (details !== null) return meet({ ...details, address });
  }
  const why = closedOf(person, account)?.why;
  if (why !== undefined) return { refused: why === 'guest' ? 'guest' : 'bot', language: person.language };
  return meetAgain(await nameAtLast(person, { ...account, name }, people), address, people);
};

/** How often an account is looked at. Who writes although they are gone, by what we know, may be back. */
const LOOK_AGAIN = { usually: DAY, gone: MINUTE };

export const isDue = (
  person: Person,
  { at, ...account }: AccountId & { at: Date },
  { usually, gone }: { usually: number; gone: number },
): boolean => {
  if (person.forgetting !== undefined) return false;
  const looked = saidBy(person, account.platform)?.at.getTime() ?? 0;
  const isGone = person.left !== null || closedOf(person, account)?.why === 'deactivated';
  return at.getTime() - looked >= (isGone ? gone : usually);
};

const closedOf = ({ closed }: Person, account: AccountId) =>
  closed.find((other) => accountOf(other) === accountOf(account));

/** How long a platform that did not answer is left alone about this account. */
const AFTER_FAULT_MS = HOUR;

/**
 * Asks the platform about a known account, and closes it when it is no colleague's any more. Null when the platform
 * does not answer: then what was known goes on.
 */
export const askAgain = async (
  person: Person,
  address: Address,
  ask: AskAccount,
  { people, onFault }: Pick<RecogniseDeps, 'people' | 'onFault'>,
): Promise<AccountDetails | Refused | null> => {
  const { platform, id, at } = address;
  try {
    const details = await ask();
    if (isRefused(details))
      await closeAccount(
        person,
        { platform, id, why: details.refused === 'guest' ? 'guest' : 'deactivated', at },
        people,
      );
    return details;
  } catch (error) {
    if (error instanceof StoreUnavailable) throw error;
    onFault(error);
    const before = saidBy(person, platform);
    const again = new Date(at.getTime() - DAY + AFTER_FAULT_MS);
    await people.unsay(person._id, platform);
    await people.say(person._id, sayingOf(platform, before?.name ?? '', before?.emails ?? [], again));
    return null;
  }
};

/** The supported language of a locale, or `otherwise`. @param locale as the platform sends it, such as `da-DK` */
export const languageOf = (locale: string | null | undefined, otherwise: Language): Language =>
  LANGUAGES.find((language) => locale?.toLowerCase().startsWith(language)) ?? otherwise;
