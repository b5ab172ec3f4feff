import { ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import type { ServiceClientCredentialsFactory } from 'botframework-connector';

// Loaded before the real program: it signs its calls to Teams with its password, without asking Microsoft for a token. So
// the connector of a test can tell processes apart.
ConfigurationServiceClientCredentialFactory.prototype.createCredentials = async (): ReturnType<
  ServiceClientCredentialsFactory['createCredentials']
> => ({
  signRequest: async (request) => {
    request.headers.set('authorization', `Bearer ${process.env.MicrosoftAppPassword}`);
    return request;
  },
});
