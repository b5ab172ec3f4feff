import type { Person } from '../../bot/people/person.ts';
import { languageOf, type Refused, recogniseAccount } from '../chat/recognise-account.ts';
import { deliveryFault } from './delivery-fault.ts';
import type { TurnDeps } from './deps.ts';
import type { Account } from './web-api.ts';

/** Finds the person who wrote or pressed. */
export const recognise = (user: string, deps: TurnDeps): Promise<Person | Refused> =>
  recogniseAccount(
    { platform: 'slack', id: user },
    async () => {
      const account = await deps.api.account(user).catch((error: unknown) => {
        throw deliveryFault(error);
      });
      const language = languageOf(account.locale, deps.language);
      const refused = whyNotLinkable(account, deps.self().team);
      return refused === null ? { language, name: nameOf(account), emails: emailsOf(account) } : { refused, language };
    },
    deps,
  );

const whyNotLinkable = (account: Account, team: string): Refused['refused'] | null => {
  if (account.is_bot || account.deleted) return 'bot';
  const { is_restricted, is_ultra_restricted, is_stranger, team_id, enterprise_user } = account;
  const elsewhere = team_id != null && team_id !== team && !(enterprise_user?.teams ?? []).includes(team);
  return is_restricted || is_ultra_restricted || is_stranger || elsewhere ? 'guest' : null;
};

const nameOf = ({ profile, real_name, name }: Account): string => profile?.real_name || real_name || name || '';

/** Unconfirmed email addresses are ignored: an address gives access to its owner's cases. */
const emailsOf = ({ profile, is_email_confirmed }: Account): string[] =>
  profile?.email && is_email_confirmed !== false ? [profile.email] : [];
