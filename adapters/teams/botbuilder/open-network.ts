import type { ServiceClientCredentialsFactory } from 'botframework-connector';
import type { TeamsNetwork } from '../network.ts';
import { authenticateWith, createAuthentication } from './authenticate.ts';
import { createConnector } from './create-connector.ts';

export type NetworkDeps = {
  credentials: ServiceClientCredentialsFactory;
  /** Where the keys are published that sign Teams' requests. */
  openIdMetadata: string;
  appId: string;
  /** Milliseconds until a call to Teams that is not answered counts as lost. */
  timeout: number;
};

/** Teams over botbuilder. This folder alone imports it: another SDK would be a folder beside it. */
export const openNetwork = ({ credentials, openIdMetadata, appId, timeout }: NetworkDeps): TeamsNetwork => {
  const authentication = createAuthentication(credentials, openIdMetadata);
  return {
    authenticate: authenticateWith(authentication),
    connector: createConnector(authentication, appId, timeout),
  };
};
