import { ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import {
  AuthenticationConstants,
  PasswordServiceClientCredentialFactory,
  type ServiceClientCredentialsFactory,
} from 'botframework-connector';
import type { TeamsSettings } from '../settings.ts';

export const OPEN_ID_METADATA = AuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl;

export const teamsCredentials = ({ appId, password, type, tenant }: TeamsSettings): ServiceClientCredentialsFactory =>
  new ConfigurationServiceClientCredentialFactory({
    MicrosoftAppId: appId,
    MicrosoftAppType: type,
    // A managed identity has no password, and botbuilder rejects one if it is set.
    ...(type === 'UserAssignedMSI' || password === null ? {} : { MicrosoftAppPassword: password }),
    ...(tenant === null ? {} : { MicrosoftAppTenantId: tenant }),
  });

/** Without an app id, botbuilder neither requires nor sends tokens. For local clients only, behind `TEAMS_LOCAL`. */
export const noCredentials = (): ServiceClientCredentialsFactory =>
  new PasswordServiceClientCredentialFactory('', '', '');
