import { meetAgain } from '../../bot/people/meet-colleague.ts';
import type { Person } from '../../bot/people/person.ts';
import { LANGUAGES, type Language } from '../../bot/words.ts';
import { type Activity, addressOf, isBot, localeOf } from './activity.ts';
import { deliveryFault } from './delivery-fault.ts';
import type { TurnDeps } from './deps.ts';
import type { Reference } from './references.ts';

/** Whom Sammen is not for: guests of the municipality, and other bots. */
export type NotForUs = 'guest' | 'bot';

/** Finds the colleague who wrote or pressed. Teams is asked who they are at their first word only. */
export const recognise = async (
  activity: Activity,
  chat: Reference,
  { people, meet, now, language: otherwise, ...deps }: TurnDeps,
): Promise<Person | NotForUs> => {
  if (isBot(activity.from)) return 'bot';
  const address = { platform: 'teams' as const, id: addressOf(activity.from), at: now() };
  const language = languageOf(activity, otherwise);
  const { name = '' } = activity.from;
  const known = await people.byAddress('teams', address.id);
  if (known !== null) return meetAgain(known, address, people);
  // What a local client says of people proves nothing, so it opens no case of somebody else.
  if (deps.local) return meet({ address, name, emails: [], language });
  const account = await accountOf(chat, deps);
  return account === 'guest'
    ? 'guest'
    : meet({ address, language, emails: account.emails, name: account.name || name });
};

export const languageOf = (activity: Activity, otherwise: Language): Language => {
  const locale = localeOf(activity).locale?.toLowerCase() ?? '';
  return LANGUAGES.find((language) => locale.startsWith(language)) ?? otherwise;
};

type Account = { name: string; emails: string[] };

const accountOf = async (chat: Reference, { connector }: Pick<TurnDeps, 'connector'>): Promise<Account | 'guest'> => {
  const member = await connector.member(chat, chat.user).catch((error: unknown) => {
    throw deliveryFault(error);
  });
  const { userRole, email, userPrincipalName, tenantId, name = '' } = member;
  const isGuest =
    (userRole !== undefined && userRole !== 'user') ||
    /#EXT#/i.test(userPrincipalName ?? '') ||
    (tenantId !== undefined && chat.tenant !== null && tenantId !== chat.tenant);
  return isGuest ? 'guest' : { name, emails: [email, userPrincipalName].flatMap((one) => one || []) };
};
