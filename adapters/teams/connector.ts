/** A conversation, the address of the service that has it, and who is in it. */
export type Place = { serviceUrl: string; conversation: string; channel: string; bot: string; user: string };

export type Message = {
  type: 'message';
  text?: string;
  textFormat?: 'plain';
  /** What a notification shows of a card. */
  summary?: string;
  attachments?: { contentType: string; content: unknown }[];
};

/** Somebody in a conversation, as far as Teams tells. */
type Member = {
  name?: string | undefined;
  email?: string | undefined;
  userPrincipalName?: string | undefined;
  userRole?: string | undefined;
  tenantId?: string | undefined;
};

/** The Bot Connector's calls that we use. Each is exactly one request; whoever calls decides on another. @throws CallFailed */
export type Connector = {
  /** Answers the message's id. */
  post(to: Place, message: Message): Promise<string>;
  update(to: Place, id: string, message: Message): Promise<void>;
  /** Opens the person's own chat and answers its id; Teams allows it where they have the app. */
  open(serviceUrl: string, who: { bot: string; user: string; tenant: string | null }): Promise<string>;
  /** Begins a thread in a channel and answers its first message's id. */
  postInChannel(to: Place & { tenant: string | null }, message: Message): Promise<string>;
  member(of: Place, user: string): Promise<Member>;
};

/** Teams refused a call, or did not answer it. The message is Teams' reason. */
export class CallFailed extends Error {
  override readonly name = 'CallFailed';
  /** Of HTTP; null when no answer came. */
  readonly status: number | null;
  /** Milliseconds that Teams asks us to wait; null when it says nothing about it. */
  readonly retryAfter: number | null;

  constructor(reason: string, status: number | null, retryAfter: number | null = null, options?: ErrorOptions) {
    super(reason, options);
    this.status = status;
    this.retryAfter = retryAfter;
  }
}
