import { ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import type { ServiceClientCredentialsFactory } from 'botframework-connector';

// Loaded before the real program: it signs its calls to Teams without asking Microsoft for a token.
ConfigurationServiceClientCredentialFactory.prototype.createCredentials = async (): ReturnType<
  ServiceClientCredentialsFactory['createCredentials']
> => ({
  signRequest: async (request) => {
    request.headers.set('authorization', 'Bearer ours');
    return request;
  },
});
