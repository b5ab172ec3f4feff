import { openNetwork } from '../../adapters/teams/botbuilder/open-network.ts';
import { APP_ID } from './support/names.ts';
import { describeNetwork } from './support/network-contract.ts';
import { TestCredentials } from './support/teams-server.ts';

describeNetwork('botbuilder', (openIdMetadata, timeout) =>
  openNetwork({ credentials: new TestCredentials(), openIdMetadata, appId: APP_ID, timeout }),
);
