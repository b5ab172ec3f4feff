/** A conversation, the address of its service, and its participants. */
export type Place = { serviceUrl: string; conversation: string; channel: string; bot: string; user: string };

export type Message = {
  type: 'message';
  text?: string;
  textFormat?: 'plain';
  /** The text of the notification for a card. */
  summary?: string;
  attachments?: { contentType: string; content: unknown }[];
};

/** A member of a conversation; Teams may leave out any field. */
type Member = {
  name?: string | undefined;
  email?: string | undefined;
  userPrincipalName?: string | undefined;
  userRole?: string | undefined;
  tenantId?: string | undefined;
};

/** The Bot Connector calls that we use. Each makes exactly one request; the caller may retry. @throws CallFailed */
export type Connector = {
  /** Returns the message's id. */
  post(to: Place, message: Message): Promise<string>;
  update(to: Place, id: string, message: Message): Promise<void>;
  /** Opens the person's own chat and returns its id. Teams allows this only for people who have the app. */
  open(serviceUrl: string, who: { bot: string; user: string; tenant: string | null }): Promise<string>;
  /** Starts a thread in a channel and returns the id of its first message. */
  postInChannel(to: Place & { tenant: string | null }, message: Message): Promise<string>;
  member(of: Place, user: string): Promise<Member>;
};

/** Teams rejected a call or did not answer it. The message is Teams' reason. */
export class CallFailed extends Error {
  override readonly name = 'CallFailed';
  /** The HTTP status; null without an answer. */
  readonly status: number | null;
  /** Milliseconds that Teams asks us to wait; null when it does not say. */
  readonly retryAfter: number | null;

  constructor(reason: string, status: number | null, retryAfter: number | null = null, options?: ErrorOptions) {
    super(reason, options);
    this.status = status;
    this.retryAfter = retryAfter;
  }
}
