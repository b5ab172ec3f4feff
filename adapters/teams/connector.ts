import type { Activity as BotActivity, TeamsChannelAccount } from 'botbuilder';
import { AuthenticationConstants, type BotFrameworkAuthentication, ClaimsIdentity } from 'botframework-connector';

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
  /** Begins a thread in a channel. */
  postInChannel(to: Place & { tenant: string | null }, message: Message): Promise<string>;
  member(of: Place, user: string): Promise<TeamsChannelAccount>;
};

export const createConnector = (authentication: BotFrameworkAuthentication, appId: string): Connector => {
  const clients = authentication.createConnectorFactory(
    new ClaimsIdentity([
      { type: AuthenticationConstants.AudienceClaim, value: appId },
      { type: AuthenticationConstants.AppIdClaim, value: appId },
    ]),
  );
  const conversations = async (serviceUrl: string) => (await clients.create(serviceUrl)).conversations;
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
    postInChannel: async ({ tenant, ...to }, message) => {
      const api = await conversations(to.serviceUrl);
      const begun = {
        isGroup: true,
        bot: { id: to.bot, name: '' },
        activity: message,
        ...(tenant === null ? {} : { tenantId: tenant }),
        channelData: { channel: { id: to.conversation }, ...(tenant === null ? {} : { tenant: { id: tenant } }) },
      };
      return (await api.createConversation(begun as Parameters<typeof api.createConversation>[0])).activityId ?? '';
    },
    member: async (of, user) => (await conversations(of.serviceUrl)).getConversationMember(of.conversation, user),
  };
};
