import type { TeamsSettings } from '../../../adapters/teams/settings.ts';
import type { Complaints, Given } from '../../settings/given.ts';

const NAMES = ['MicrosoftAppId', 'MicrosoftAppPassword', 'MicrosoftAppType', 'MicrosoftAppTenantId'] as const;
const TYPES = ['SingleTenant', 'UserAssignedMSI', 'MultiTenant'] as const;
const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const OR_REMOVE = 'or take the other Microsoft settings out';

export const isTeamsGiven = (given: Given): boolean => NAMES.some((name) => given(name) !== null);

/** Teams' settings, under the Bot Framework's names; null when none is set. An incomplete set is a fault. */
export const teamsSettings = (given: Given, { faults, warnings }: Complaints): TeamsSettings | null => {
  if (!isTeamsGiven(given)) return null;
  const [appId, password, typeName, tenant] = NAMES.map(given);
  const fault = (text: string) => faults.push(`Teams is half set: ${text}`);
  const type = TYPES.find((known) => known.toLowerCase() === typeName?.toLowerCase());
  if (typeName && type === undefined)
    faults.push(`MicrosoftAppType is none of ${TYPES.join(', ')}. Take it from the bot’s registration.`);
  for (const [name, value] of [
    ['MicrosoftAppId', appId],
    ['MicrosoftAppTenantId', tenant],
  ] as const)
    if (value && !GUID.test(value))
      warnings.push(`${name} is no GUID. Copy it from the bot’s registration: 8-4-4-4-12 letters and digits.`);
  if (!appId) fault(`MicrosoftAppId is missing. Add it, ${OR_REMOVE}.`);
  if (!password && type !== 'UserAssignedMSI') {
    fault('MicrosoftAppPassword is missing. Add it, or set MicrosoftAppType=UserAssignedMSI.');
  }
  if (!tenant && type !== undefined && type !== 'MultiTenant') {
    fault(`MicrosoftAppTenantId is missing, and ${type} needs it. Add the id of your tenant.`);
  }
  const openIdMetadata = given('BotOpenIdMetadata');
  if (openIdMetadata !== null && !(URL.canParse(openIdMetadata) && /^https?:$/.test(new URL(openIdMetadata).protocol)))
    faults.push('BotOpenIdMetadata is no address. Leave it out: it is for tests.');
  // Registrations made before mid-2025 may be multi-tenant, which is also botbuilder's default.
  return {
    appId: appId ?? '',
    password: password ?? null,
    type: type ?? 'MultiTenant',
    tenant: tenant ?? null,
    openIdMetadata,
  };
};

/** Reads `TEAMS_LOCAL`, which is allowed in the sandbox only, because it lets requests in without authentication. */
export const teamsLocal = (value: string | null, sandbox: boolean, faults: string[]): boolean => {
  if (value === null || value === 'off') return false;
  if (value !== 'on') faults.push('TEAMS_LOCAL is none of on, off. Choose one, or leave it out for off.');
  else if (!sandbox)
    faults.push(
      'TEAMS_LOCAL=on opens Teams’ route without tokens, so it works in the sandbox only. Leave it out, or set SANDBOX=on.',
    );
  return value === 'on';
};
