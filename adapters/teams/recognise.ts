import type { Person } from '../../bot/people/person.ts';
import type { Language } from '../../bot/words.ts';
import { type AskAccount, isRefused, languageOf, type Refused, recogniseAccount } from '../chat/recognise-account.ts';
import { type Activity, addressOf, isBot, localeOf } from './activity.ts';
import { deliveryFault } from './delivery-fault.ts';
import type { TurnDeps } from './deps.ts';
import type { Reference } from './references.ts';

/** Finds the person who wrote or pressed. */
export const recognise = async (activity: Activity, chat: Reference, deps: TurnDeps): Promise<Person | Refused> => {
  const { from } = activity;
  const { name = '' } = from;
  const language = languageIn(activity, deps);
  if (isBot(from)) return { refused: 'bot', language };
  return recogniseAccount(
    { platform: 'teams', id: addressOf(from), name },
    async () => {
      // Claims of a local client are not trusted, so they must not open the cases of somebody else.
      if (deps.local) return { name: name || (await nameOfLocal(chat, deps)), emails: [], language };
      const account = await askTeams(chat, language, deps)();
      return isRefused(account) ? account : { ...account, name: account.name || name };
    },
    deps,
  );
};

/** The first activities of Microsoft 365 Agents Playground carry no name, but it tells it. Other clients may not. */
const nameOfLocal = async (chat: Reference, { connector }: Pick<TurnDeps, 'connector'>): Promise<string> => {
  const { name = '' } = await connector.member(chat, chat.user).catch(() => ({ name: '' }));
  return name;
};

/** Asks Teams about the person whose own chat this is. */
export const askTeams =
  (chat: Reference, language: Language, deps: Pick<TurnDeps, 'connector'>): AskAccount =>
  async () => {
    const account = await accountOf(chat, deps);
    return account === 'guest' ? { refused: 'guest', language } : { ...account, language };
  };

export const languageIn = (activity: Activity, { language }: Pick<TurnDeps, 'language'>): Language =>
  languageOf(localeOf(activity).locale, language);

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
  return isGuest ? 'guest' : { name, emails: [email, userPrincipalName].flatMap((address) => address || []) };
};
