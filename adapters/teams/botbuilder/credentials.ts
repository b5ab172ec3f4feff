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
    // A managed identity has none, and botbuilder refuses one that is there.
    ...(type === 'UserAssignedMSI' || password === null ? {} : { MicrosoftAppPassword: password }),
    ...(tenant === null ? {} : { MicrosoftAppTenantId: tenant }),
  });

/** Without an app id botbuilder asks for no token and sends none: for local clients, behind `TEAMS_LOCAL` only. */
export const noCredentials = (): ServiceClientCredentialsFactory =>
  new PasswordServiceClientCredentialFactory('', '', '');
