/** The bot's registration with Microsoft. The environment uses the Bot Framework's names for it. */
export type TeamsSettings = {
  appId: string;
  /** Null for a managed identity. */
  password: string | null;
  type: 'SingleTenant' | 'UserAssignedMSI' | 'MultiTenant';
  tenant: string | null;
  /** Where Microsoft publishes the keys that sign its requests; null for the usual address. */
  openIdMetadata: string | null;
};
