import { type MetColleague, meetAgain } from '../../bot/people/meet-colleague.ts';
import type { Address, Person } from '../../bot/people/person.ts';
import { LANGUAGES, type Language } from '../../bot/words.ts';
import type { ChatDeps } from './deps.ts';

/** An account that Sammen is not for: a guest's, one of another organisation, or a bot's. */
export type Refused = { refused: 'guest' | 'bot'; language: Language };

export const isRefused = (who: object): who is Refused => 'refused' in who;

/** What a platform tells of an account. */
type Account = Omit<MetColleague, 'address'>;

/** Finds the colleague who wrote or pressed. `ask` asks the platform who they are, at their first word only. */
export const recogniseAccount = async (
  { platform, id }: Pick<Address, 'platform' | 'id'>,
  ask: () => Promise<Account | Refused>,
  { people, meet, now }: Pick<ChatDeps, 'people' | 'meet' | 'now'>,
): Promise<Person | Refused> => {
  const address = { platform, id, at: now() };
  const known = await people.byAddress(platform, id);
  if (known !== null) return meetAgain(known, address, people);
  const account = await ask();
  return isRefused(account) ? account : meet({ ...account, address });
};

/** @param locale as the platform gives it, such as `da-DK` */
export const languageOf = (locale: string | null | undefined, otherwise: Language): Language =>
  LANGUAGES.find((language) => locale?.toLowerCase().startsWith(language)) ?? otherwise;
