import { meetAgain } from '../../bot/people/meet-colleague.ts';
import type { Person } from '../../bot/people/person.ts';
import { LANGUAGES, type Language } from '../../bot/words.ts';
import { deliveryFault } from './delivery-fault.ts';
import type { TurnDeps } from './deps.ts';
import type { Account } from './web-api.ts';

/** Whom Sammen is not for: guests of the workspace, people of another one, and other bots. */
export type Refused = { refused: 'guest' | 'bot'; language: Language };

export const isRefused = (who: Person | Refused): who is Refused => 'refused' in who;

/** Finds the colleague who wrote or pressed. Slack is asked who they are at their first word only. */
export const recognise = async (
  user: string,
  { house, meet, now, api, self, language: otherwise }: TurnDeps,
): Promise<Person | Refused> => {
  const address = { platform: 'slack' as const, id: user, at: now() };
  const known = await house.people.byAddress('slack', user);
  if (known !== null) return meetAgain(known, address, house.people);
  const account = await api.account(user).catch((error: unknown) => {
    throw deliveryFault(error);
  });
  const language = languageOf(account, otherwise);
  const refused = whyNot(account, self().team);
  if (refused !== null) return { refused, language };
  return meet({ address, language, name: nameOf(account), emails: emailsOf(account) });
};

const whyNot = (account: Account, team: string): Refused['refused'] | null => {
  if (account.is_bot || account.deleted) return 'bot';
  const { is_restricted, is_ultra_restricted, is_stranger, team_id, enterprise_user } = account;
  const elsewhere = team_id != null && team_id !== team && !(enterprise_user?.teams ?? []).includes(team);
  return is_restricted || is_ultra_restricted || is_stranger || elsewhere ? 'guest' : null;
};

const languageOf = ({ locale }: Account, otherwise: Language): Language =>
  LANGUAGES.find((language) => locale?.toLowerCase().startsWith(language)) ?? otherwise;

const nameOf = ({ profile, real_name, name }: Account): string => profile?.real_name || real_name || name || '';

/** An address that nobody has confirmed opens no cases. */
const emailsOf = ({ profile, is_email_confirmed }: Account): string[] =>
  profile?.email && is_email_confirmed !== false ? [profile.email] : [];
