import type { Activity } from 'botbuilder';
import {
  AuthenticationConfiguration,
  AuthenticationConstants,
  AuthenticationError,
  type BotFrameworkAuthentication,
  BotFrameworkAuthenticationFactory,
  type ServiceClientCredentialsFactory,
} from 'botframework-connector';
import { type Authenticate, NotAuthenticated } from '../network.ts';

const ISSUER = AuthenticationConstants.ToBotFromChannelTokenIssuer;
const UNAUTHORIZED = 401;

/** botbuilder would also accept tokens of skills and of the Emulator, which are not bound to a service address. */
const onlyChannels: AuthenticationConfiguration['validateClaims'] = async (claims) => {
  const issuer = claims.find(({ type }) => type === AuthenticationConstants.IssuerClaim)?.value;
  if (issuer !== ISSUER) throw new AuthenticationError('the token was issued by somebody else', UNAUTHORIZED);
};

/** Microsoft's token check with its usual settings; only the address of the published signing keys is configurable. */
export const createAuthentication = (
  credentials: ServiceClientCredentialsFactory,
  openIdMetadata: string,
): BotFrameworkAuthentication =>
  BotFrameworkAuthenticationFactory.create(
    '',
    true,
    AuthenticationConstants.ToChannelFromBotLoginUrl,
    AuthenticationConstants.ToChannelFromBotOAuthScope,
    ISSUER,
    AuthenticationConstants.OAuthUrl,
    openIdMetadata,
    // For the Emulator. Its tokens are rejected, so its keys are never needed.
    openIdMetadata,
    '',
    credentials,
    new AuthenticationConfiguration([], onlyChannels),
  );

/** botbuilder's check without its HTTP layer, which answers a broken signature with 500 and tells strangers why. */
export const authenticateWith =
  (authentication: BotFrameworkAuthentication): Authenticate =>
  async (header, activity) => {
    try {
      await authentication.authenticateRequest(activity as Activity, header);
    } catch (error) {
      throw isAboutToken(error) ? new NotAuthenticated('the request was not authenticated', { cause: error }) : error;
    }
  };

/** False for an AuthenticationError of 500: the keys could not be fetched. That is our fault, so Teams should retry. */
const isAboutToken = (error: unknown): boolean =>
  error instanceof AuthenticationError
    ? error.statusCode < 500
    : error instanceof Error && ['JsonWebTokenError', 'TokenExpiredError', 'NotBeforeError'].includes(error.name);
