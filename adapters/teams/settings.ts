/** How the bot is registered with Microsoft, by the Bot Framework's names in the environment. */
export type TeamsSettings = {
  appId: string;
  /** Null for a managed identity. */
  password: string | null;
  type: 'SingleTenant' | 'UserAssignedMSI' | 'MultiTenant';
  tenant: string | null;
};
