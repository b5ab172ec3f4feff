import type { Activity } from 'botbuilder';
import {
  AuthenticationConstants,
  type BotFrameworkAuthentication,
  ClaimsIdentity,
  type ConnectorClient,
} from 'botframework-connector';
import type { Connector, Message, Place } from '../connector.ts';
import { callFailed } from './call-failed.ts';
import { oneRequest } from './one-request.ts';

type Conversations = ConnectorClient['conversations'];
type Begun = Parameters<Conversations['createConversation']>[0];

/** @param timeout milliseconds until an unanswered call to Teams counts as lost */
export const createConnector = (
  authentication: BotFrameworkAuthentication,
  appId: string,
  timeout: number,
): Connector => {
  const clients = sharedClients(authentication, appId, timeout);
  const call = async <T>(serviceUrl: string, work: (api: Conversations) => Promise<T>): Promise<T> => {
    try {
      return await work((await clients(serviceUrl)).conversations);
    } catch (error) {
      throw callFailed(error);
    }
  };
  return {
    post: (to, message) =>
      call(
        to.serviceUrl,
        async (api) => (await api.sendToConversation(to.conversation, addressed(to, message))).id ?? '',
      ),
    update: (to, id, message) =>
      call(to.serviceUrl, async (api) => {
        await api.updateActivity(to.conversation, id, { ...addressed(to, message), id });
      }),
    open: (serviceUrl, { bot, user, tenant }) =>
      call(serviceUrl, async (api) => {
        const where = tenant === null ? {} : { tenantId: tenant, channelData: { tenant: { id: tenant } } };
        const opened = { isGroup: false, bot: { id: bot, name: '' }, members: [{ id: user, name: '' }], ...where };
        return (await api.createConversation(opened as Begun)).id;
      }),
    postInChannel: ({ tenant, ...to }, message) =>
      call(to.serviceUrl, async (api) => {
        const begun = {
          isGroup: true,
          bot: { id: to.bot, name: '' },
          activity: message,
          ...(tenant === null ? {} : { tenantId: tenant }),
          channelData: { channel: { id: to.conversation }, ...(tenant === null ? {} : { tenant: { id: tenant } }) },
        };
        return (await api.createConversation(begun as Begun)).activityId ?? '';
      }),
    member: (of, user) => call(of.serviceUrl, (api) => api.getConversationMember(of.conversation, user)),
  };
};

const addressed = (to: Place, message: Message): Partial<Activity> => ({
  ...message,
  serviceUrl: to.serviceUrl,
  channelId: to.channel,
  conversation: { id: to.conversation } as Activity['conversation'],
  from: { id: to.bot, name: '' },
  recipient: { id: to.user, name: '' },
});

/** Caches a client per service address. Teams has only a handful, and they arrive in authenticated requests only. */
const sharedClients = (authentication: BotFrameworkAuthentication, appId: string, timeout: number) => {
  const made = new Map<string, Promise<ConnectorClient>>();
  const factory = authentication.createConnectorFactory(
    new ClaimsIdentity([
      { type: AuthenticationConstants.AudienceClaim, value: appId },
      { type: AuthenticationConstants.AppIdClaim, value: appId },
    ]),
  );
  return (serviceUrl: string): Promise<ConnectorClient> => {
    const known = made.get(serviceUrl);
    if (known !== undefined) return known;
    const client = factory
      .create(serviceUrl, AuthenticationConstants.ToChannelFromBotOAuthScope)
      .then((bare) => oneRequest(bare, timeout));
    made.set(serviceUrl, client);
    client.catch(() => made.delete(serviceUrl));
    return client;
  };
};
