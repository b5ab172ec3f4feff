import { type MetColleague, meetAgain } from '../../bot/people/meet-colleague.ts';
import type { Address, Person } from '../../bot/people/person.ts';
import { LANGUAGES, type Language } from '../../bot/words.ts';
import type { ChatDeps } from './deps.ts';

/** An account we refuse: a guest, a member of another organisation, or a bot. */
export type Refused = { refused: 'guest' | 'bot'; language: Language };

export const isRefused = (who: object): who is Refused => 'refused' in who;

/** The details of an account, from the platform. */
type Account = Omit<MetColleague, 'address'>;

/**
 * Finds the person who wrote, pressed, or got Sammen, and sends again what could not be delivered to them. `ask` fetches the account from the platform,
 * only for unknown addresses.
 */
export const recogniseAccount = async (
  { platform, id }: Pick<Address, 'platform' | 'id'>,
  ask: () => Promise<Account | Refused>,
  { people, meet, now, bot, send }: Pick<ChatDeps, 'people' | 'meet' | 'now' | 'bot' | 'send'>,
): Promise<Person | Refused> => {
  const address = { platform, id, at: now() };
  const known = await people.byAddress(platform, id);
  const person = known === null ? await meetNew(ask, address, meet) : await meetAgain(known, address, people);
  if (isRefused(person)) return person;
  if ((await bot.returned(person)) > 0) send();
  return person;
};

const meetNew = async (
  ask: () => Promise<Account | Refused>,
  address: Address,
  meet: ChatDeps['meet'],
): Promise<Person | Refused> => {
  const account = await ask();
  return isRefused(account) ? account : meet({ ...account, address });
};

/** The supported language of a locale, or `otherwise`. @param locale as the platform sends it, such as `da-DK` */
export const languageOf = (locale: string | null | undefined, otherwise: Language): Language =>
  LANGUAGES.find((language) => locale?.toLowerCase().startsWith(language)) ?? otherwise;
