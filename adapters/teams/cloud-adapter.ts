import { type Activity as BotActivity, CloudAdapter } from 'botbuilder';
import {
  AuthenticationConfiguration,
  AuthenticationConstants,
  AuthenticationError,
  type BotFrameworkAuthentication,
  BotFrameworkAuthenticationFactory,
  type ServiceClientCredentialsFactory,
} from 'botframework-connector';

const { ToBotFromChannelTokenIssuer: ISSUER, ServiceUrlClaim: SERVICE_URL } = AuthenticationConstants;
const UNAUTHORIZED = 401;

/**
 * Tokens as Microsoft describes them, with one address of ours to choose: where the signing keys are published.
 * botbuilder would also take tokens of skills and of the Emulator, which name no service address; both are refused.
 */
export const createAuthentication = (
  credentials: ServiceClientCredentialsFactory,
  openIdMetadata: string,
): BotFrameworkAuthentication => {
  const onlyTeams = new AuthenticationConfiguration([], async (claims) => {
    const claim = (type: string) => claims.find((one) => one.type === type)?.value;
    if (claim(AuthenticationConstants.IssuerClaim) !== ISSUER || !claim(SERVICE_URL)) {
      throw new AuthenticationError('the token was not issued by the Bot Framework for a channel', UNAUTHORIZED);
    }
  });
  return BotFrameworkAuthenticationFactory.create(
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
    onlyTeams,
  );
};

/** What came with a request did not prove who sent it. */
export class NotAuthenticated extends Error {
  override readonly name = 'NotAuthenticated';
}

/** botbuilder's turn without its HTTP: `process` answers a broken signature with 500 and tells strangers why. */
export class TeamsCloudAdapter extends CloudAdapter {
  /** Answers what `logic` answers. @throws NotAuthenticated, or what `logic` throws */
  async turn<T>(authorization: string, activity: BotActivity, logic: () => Promise<T>): Promise<T | undefined> {
    let answer: T | undefined;
    try {
      await this.processActivity(authorization, activity, async () => {
        answer = await logic();
      });
      return answer;
    } catch (error) {
      throw isAboutToken(error) ? new NotAuthenticated('the request was not authenticated', { cause: error }) : error;
    }
  }
}

/** An AuthenticationError of 500 says that the keys could not be fetched: our trouble, so it may come again. */
const isAboutToken = (error: unknown): boolean =>
  error instanceof AuthenticationError
    ? error.statusCode < 500
    : error instanceof Error && ['JsonWebTokenError', 'TokenExpiredError', 'NotBeforeError'].includes(error.name);
