import type { ServiceClientCredentialsFactory } from 'botframework-connector';
import type { TeamsNetwork } from '../network.ts';
import { authenticateWith, createAuthentication } from './authenticate.ts';
import { createConnector } from './create-connector.ts';
import { quietConsole } from './quiet-console.ts';
import { fetchKeysOnceAtATime } from './signing-keys.ts';

export type NetworkDeps = {
  credentials: ServiceClientCredentialsFactory;
  /** The address of the published keys that sign Teams' requests. */
  openIdMetadata: string;
  appId: string;
  /** Milliseconds until an unanswered call to Teams counts as lost. */
  timeout: number;
};

/** Teams over botbuilder. Only this folder imports it, so another SDK would be another folder. */
export const openNetwork = ({ credentials, openIdMetadata, appId, timeout }: NetworkDeps): TeamsNetwork => {
  fetchKeysOnceAtATime(openIdMetadata, timeout);
  quietConsole();
  const authentication = createAuthentication(credentials, openIdMetadata);
  return {
    authenticate: authenticateWith(authentication),
    connector: createConnector(authentication, appId, timeout),
  };
};
