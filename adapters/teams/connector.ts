import type { Activity as BotActivity, TeamsChannelAccount } from 'botbuilder';
import { type BotFrameworkAuthentication, ClaimsIdentity, type ConnectorClient } from 'botframework-connector';

/** A conversation, the address of the service that has it, and who is in it. */
export type Place = { serviceUrl: string; conversation: string; channel: string; bot: string; user: string };

export type Message = Partial<BotActivity>;

/** The Bot Connector's calls that we use. Each is exactly one request; whoever calls decides on another. */
export type Connector = {
  /** Answers the message's id. */
  post(to: Place, message: Message): Promise<string>;
  update(to: Place, id: string, message: Message): Promise<void>;
  /** Opens the person's own chat and answers its id; Teams allows it where they have the app. */
  open(serviceUrl: string, who: { bot: string; user: string; tenant: string | null }): Promise<string>;
  member(of: Place, user: string): Promise<TeamsChannelAccount>;
};

/** @param timeout milliseconds until a call that is not answered counts as lost */
export const createConnector = (
  authentication: BotFrameworkAuthentication,
  appId: string,
  timeout: number,
): Connector => {
  const identity = new ClaimsIdentity([
    { type: 'aud', value: appId },
    { type: 'appid', value: appId },
  ]);
  // One client for each service address: Teams has a handful, and they come with authenticated requests only.
  const clients = new Map<string, Promise<ConnectorClient>>();
  const clientFor = (serviceUrl: string): Promise<ConnectorClient> => {
    const known = clients.get(serviceUrl);
    if (known !== undefined) return known;
    const made = authentication.createConnectorFactory(identity).create(serviceUrl, '').then((client) => oneRequest(client, timeout));
    clients.set(serviceUrl, made);
    made.catch(() => clients.delete(serviceUrl));
    return made;
  };
  const conversations = async (serviceUrl: string) => (await clientFor(serviceUrl)).conversations;
  const addressed = (to: Place, message: Message): Message => ({
    ...message,
    serviceUrl: to.serviceUrl,
    channelId: to.channel,
    conversation: { id: to.conversation } as BotActivity['conversation'],
    from: { id: to.bot, name: '' },
    recipient: { id: to.user, name: '' },
  });
  return {
    post: async (to, message) => {
      const api = await conversations(to.serviceUrl);
      return (await api.sendToConversation(to.conversation, addressed(to, message))).id ?? '';
    },
    update: async (to, id, message) => {
      const api = await conversations(to.serviceUrl);
      await api.updateActivity(to.conversation, id, addressed(to, { ...message, id }));
    },
    open: async (serviceUrl, { bot, user, tenant }) => {
      const api = await conversations(serviceUrl);
      const where = tenant === null ? {} : { tenantId: tenant, channelData: { tenant: { id: tenant } } };
      const opened = { isGroup: false, bot: { id: bot, name: '' }, members: [{ id: user, name: '' }], ...where };
      return (await api.createConversation(opened as Parameters<typeof api.createConversation>[0])).id;
    },
    member: async (of, user) => (await conversations(of.serviceUrl)).getConversationMember(of.conversation, user),
  };
};

type Piped = {
  client: {
    pipeline: {
      getOrderedPolicies(): { name: string }[];
      removePolicy(named: { name: string }): unknown;
      addPolicy(policy: { name: string; sendRequest(request: { timeout: number }, next: (request: object) => unknown): unknown }): void;
    };
  };
};

/**
 * botbuilder retries 429 and 5xx up to three times and has no time-out; its options for both are ignored. The sender
 * has a schedule of its own, and a repeated post may double a message: so one request, with an end.
 */
const oneRequest = (client: ConnectorClient, timeout: number): ConnectorClient => {
  const { pipeline } = (client as unknown as Piped).client;
  for (const { name } of pipeline.getOrderedPolicies()) if (/retry/i.test(name)) pipeline.removePolicy({ name });
  pipeline.addPolicy({
    name: 'sammenTimeout',
    sendRequest: (request, next) => {
      request.timeout = timeout;
      return next(request);
    },
  });
  return client;
};
