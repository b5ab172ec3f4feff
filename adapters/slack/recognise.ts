import type { Person } from '../../bot/people/person.ts';
import { type AskAccount, languageOf, type Refused, recogniseAccount } from '../chat/recognise-account.ts';
import { emailsOf, nameOf, whyRefused } from './account.ts';
import { deliveryFault } from './delivery-fault.ts';
import type { TurnDeps } from './deps.ts';

type AskDeps = Pick<TurnDeps, 'api' | 'chats' | 'self' | 'language'>;

/** Finds the person who wrote or pressed. */
export const recognise = (user: string, deps: TurnDeps): Promise<Person | Refused> =>
  recogniseAccount({ platform: 'slack', id: user }, askSlack(user, deps), deps);

/** Asks Slack about an account. */
export const askSlack =
  (user: string, { api, chats, self, language: otherwise }: AskDeps): AskAccount =>
  async () => {
    const account = await api.account(user).catch((error: unknown) => {
      throw deliveryFault(error);
    });
    const language = languageOf(account.locale, otherwise);
    const refused = whyRefused(account, self());
    if (refused !== null) return { refused, language };
    if (account.updated != null) await chats.isNews(user, account.updated);
    return { language, name: nameOf(account), emails: emailsOf(account) };
  };
