import { z } from 'zod';

const flag = z.boolean().nullish();

/** The fields of a Slack account that we need, from `users.info` or `user_change`. Slack may leave out any. */
export const account = z.object({
  real_name: z.string().nullish(),
  name: z.string().nullish(),
  locale: z.string().nullish(),
  team_id: z.string().nullish(),
  deleted: flag,
  is_bot: flag,
  is_restricted: flag,
  is_ultra_restricted: flag,
  is_stranger: flag,
  is_email_confirmed: flag,
  enterprise_user: z.object({ enterprise_id: z.string().nullish(), teams: z.array(z.string()).nullish() }).nullish(),
  profile: z.object({ real_name: z.string().nullish(), email: z.string().nullish() }).nullish(),
  /** When the account last changed, in seconds, by Slack's clock. */
  updated: z.number().nullish(),
});
export type Account = z.infer<typeof account>;

/** Sammen's own ids, and the workspace or organisation it is installed in. */
export type Self = {
  user: string;
  bot: string;
  team: string;
  /** The Enterprise Grid organisation of an org-wide installation, with the workspaces Slack names; otherwise null. */
  organisation: { id: string; teams: ReadonlySet<string> } | null;
};

/** Why an account is no colleague's; null for a colleague. */
export const whyRefused = (account: Account, self: Self): 'guest' | 'bot' | null => {
  if (account.is_bot || account.deleted) return 'bot';
  const { is_restricted, is_ultra_restricted, is_stranger } = account;
  return is_restricted || is_ultra_restricted || is_stranger || isElsewhere(account, self) ? 'guest' : null;
};

/** Whether an account belongs to another workspace, or to another organisation when Sammen is installed org-wide. */
export const isElsewhere = ({ team_id, enterprise_user }: Account, { team, organisation }: Self): boolean => {
  if (team_id == null || team_id === team) return false;
  if (organisation === null) return !(enterprise_user?.teams ?? []).includes(team);
  const enterprise = enterprise_user?.enterprise_id ?? null;
  if (enterprise !== null) return enterprise !== organisation.id;
  // Everybody in a Grid organisation has an `enterprise_user`; this is for accounts that Slack shows in part.
  const { id, teams } = organisation;
  return team_id !== id && teams.size > 0 && !teams.has(team_id);
};

export const nameOf = ({ profile, real_name, name }: Account): string => profile?.real_name || real_name || name || '';

/** Unconfirmed email addresses are ignored: an address may give access to its owner's cases. */
export const emailsOf = ({ profile, is_email_confirmed }: Account): string[] =>
  profile?.email && is_email_confirmed !== false ? [profile.email] : [];
