import type { Activity as BotActivity } from 'botbuilder';
import {
  type AuthenticateRequestResult,
  AuthenticationConfiguration,
  AuthenticationConstants,
  AuthenticationError,
  BotFrameworkAuthentication,
  BotFrameworkAuthenticationFactory,
  type BotFrameworkClient,
  type ClaimsIdentity,
  type ConnectorClient,
  ConnectorFactory,
  type ServiceClientCredentialsFactory,
  type UserTokenClient,
} from 'botframework-connector';
import { oneRequest } from './one-request.ts';

const ISSUER = AuthenticationConstants.ToBotFromChannelTokenIssuer;
const UNAUTHORIZED = 401;

/** botbuilder would also take tokens of skills and of the Emulator, which are bound to no service address. */
const onlyChannels: AuthenticationConfiguration['validateClaims'] = async (claims) => {
  const issuer = claims.find(({ type }) => type === AuthenticationConstants.IssuerClaim)?.value;
  if (issuer !== ISSUER) throw new AuthenticationError('the token was issued by somebody else', UNAUTHORIZED);
};

/**
 * Tokens as Microsoft describes them, with one address to choose: where the signing keys are published. All turns share
 * one client for each service address; botbuilder makes two clients for every turn, and each has retries of its own.
 */
export class TeamsAuthentication extends BotFrameworkAuthentication {
  readonly #inner: BotFrameworkAuthentication;
  readonly #timeout: number;
  readonly #clients = new Map<string, Promise<ConnectorClient>>();
  #tokens: Promise<UserTokenClient> | null = null;

  /** @param timeout milliseconds until a call to Teams that is not answered counts as lost */
  constructor(credentials: ServiceClientCredentialsFactory, openIdMetadata: string, timeout: number) {
    super();
    this.#timeout = timeout;
    this.#inner = BotFrameworkAuthenticationFactory.create(
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
  }

  async authenticateRequest(activity: BotActivity, header: string): Promise<AuthenticateRequestResult> {
    const result = await this.#inner.authenticateRequest(activity, header);
    return { ...result, connectorFactory: this.createConnectorFactory(result.claimsIdentity) };
  }

  createConnectorFactory(identity: ClaimsIdentity): ConnectorFactory {
    return new SharedConnectors((serviceUrl) => this.#clientFor(serviceUrl, identity));
  }

  /** For signing people in, which Sammen does not; a turn wants one all the same. */
  createUserTokenClient(identity: ClaimsIdentity): Promise<UserTokenClient> {
    this.#tokens ??= this.#inner.createUserTokenClient(identity);
    return this.#tokens;
  }

  authenticateStreamingRequest(header: string, channel: string): Promise<AuthenticateRequestResult> {
    return this.#inner.authenticateStreamingRequest(header, channel);
  }

  override createBotFrameworkClient(): BotFrameworkClient {
    return this.#inner.createBotFrameworkClient();
  }

  /** Teams has a handful of service addresses, and they come with authenticated requests only. */
  #clientFor(serviceUrl: string, identity: ClaimsIdentity): Promise<ConnectorClient> {
    const known = this.#clients.get(serviceUrl);
    if (known !== undefined) return known;
    const made = this.#inner
      .createConnectorFactory(identity)
      .create(serviceUrl, AuthenticationConstants.ToChannelFromBotOAuthScope)
      .then((client) => oneRequest(client, this.#timeout));
    this.#clients.set(serviceUrl, made);
    made.catch(() => this.#clients.delete(serviceUrl));
    return made;
  }
}

class SharedConnectors extends ConnectorFactory {
  readonly #client: (serviceUrl: string) => Promise<ConnectorClient>;
  constructor(client: (serviceUrl: string) => Promise<ConnectorClient>) {
    super();
    this.#client = client;
  }

  create(serviceUrl: string): Promise<ConnectorClient> {
    return this.#client(serviceUrl);
  }
}
