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

/** botbuilder would also take tokens of skills and of the Emulator, which are bound to no service address. */
const onlyChannels: AuthenticationConfiguration['validateClaims'] = async (claims) => {
  const issuer = claims.find(({ type }) => type === AuthenticationConstants.IssuerClaim)?.value;
  if (issuer !== ISSUER) throw new AuthenticationError('the token was issued by somebody else', UNAUTHORIZED);
};

/** Tokens as Microsoft describes them, with one address to choose: where the signing keys are published. */
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
    // The Emulator's tokens are refused, so nobody's keys are fetched for them.
    openIdMetadata,
    '',
    credentials,
    new AuthenticationConfiguration([], onlyChannels),
  );

/** botbuilder's check without its HTTP, which answers a broken signature with 500 and tells strangers why. */
export const authenticateWith =
  (authentication: BotFrameworkAuthentication): Authenticate =>
  async (header, activity) => {
    try {
      await authentication.authenticateRequest(activity as Activity, header);
    } catch (error) {
      throw isAboutToken(error) ? new NotAuthenticated('the request was not authenticated', { cause: error }) : error;
    }
  };

/** An AuthenticationError of 500 says that the keys could not be fetched: our trouble, so it may come again. */
const isAboutToken = (error: unknown): boolean =>
  error instanceof AuthenticationError
    ? error.statusCode < 500
    : error instanceof Error && ['JsonWebTokenError', 'TokenExpiredError', 'NotBeforeError'].includes(error.name);
