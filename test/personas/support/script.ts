/** A first name in lower case: the same person in the sandbox, in Slack and in Teams; the last name is Prøve. */
export type Who = string;

type Colleague = {
  unit?: string;
  profession?: string;
  /** A sparring agent, whom the chat's dilemmas go to in the order of `people`, as far as routing has nothing against it. */
  agent?: boolean;
  manager?: Who;
  roles?: readonly ('hr' | 'admin')[];
};

type Fields = Readonly<Record<string, string>>;

/**
 * What somebody does, or what they find in their chat. A button is named by what stands on it, or by its verb. "Reads"
 * means the newest message from Sammen; "never reads" means the whole chat, also what a card said before it changed.
 */
export type Step =
  | readonly [Who, 'says', string]
  /** Answers the newest message that fits, as a reply in a thread (Slack) or with a quotation (Teams). */
  | readonly [Who, 'replies to', RegExp, string]
  | readonly [Who, 'presses', string, Fields?]
  | readonly [Who, 'reads', ...RegExp[]]
  | readonly [Who, 'does not read', ...RegExp[]]
  | readonly [Who, 'has read', ...RegExp[]]
  | readonly [Who, 'never reads', ...RegExp[]]
  /** The newest message has these buttons. */
  | readonly [Who, 'can press', ...string[]]
  | readonly [Who, 'cannot press', ...string[]]
  /** The first button of the newest message. */
  | readonly [Who, 'can press first', string]
  /** So many cards in the chat can be sent. */
  | readonly [Who, 'has drafts', number]
  /** No message has come since this person's last step. */
  | readonly [Who, 'hears nothing new']
  /** So many minutes go by; whatever falls due, happens. */
  | readonly ['the clock', 'goes on', number];

export type Chat = {
  title: string;
  /** Who they are, and what a sensible colleague would do for them. */
  about: string;
  /** When it begins, in UTC; 10 o'clock on a Tuesday if it does not say. */
  begins?: string;
  people: Readonly<Record<Who, Colleague>>;
  /** Played in Slack and in Teams, too. */
  everywhere?: true;
  steps: readonly Step[];
};
