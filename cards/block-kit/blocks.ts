/** The part of Slack's Block Kit that we use. It has no mrkdwn, so that what people write is shown as typed. */

export type PlainText = { type: 'plain_text'; text: string; emoji: false };

export type SlackButton = {
  type: 'button';
  /** `verb`, or `verb:n` when a message has several buttons for it. */
  action_id: string;
  text: PlainText;
  /** The action's data as JSON. */
  value: string;
  style?: 'primary';
  /** Asks for confirmation before the press counts. */
  confirm?: { title: PlainText; text: PlainText; confirm: PlainText; deny: PlainText; style: 'danger' };
};

/** Slack's "…" menu. */
export type SlackMenu = { type: 'overflow'; action_id: string; options: SlackOption[] };

export type RichElement =
  | { type: 'text'; text: string; style?: { bold: true } }
  | { type: 'link'; url: string; text: string };
export type RichPart = { type: 'rich_text_section' | 'rich_text_quote'; elements: RichElement[] };

export type SlackOption = { text: PlainText; value: string };
type SlackOptionGroup = { label: PlainText; options: SlackOption[] };
export type Choosable = { options: SlackOption[] } | { option_groups: SlackOptionGroup[] };

export type SlackInputElement = { action_id: string } & (
  | { type: 'plain_text_input'; multiline: boolean; max_length: number; initial_value?: string }
  | ({ type: 'static_select'; initial_option?: SlackOption } & Choosable)
  | ({ type: 'multi_static_select'; initial_options?: SlackOption[] } & Choosable)
  | { type: 'checkboxes'; options: SlackOption[]; initial_options?: SlackOption[] }
  /** Slack asks us for the options while somebody types. */
  | { type: 'external_select'; min_query_length: number; placeholder: PlainText }
  | { type: 'datepicker'; initial_date?: string }
  | { type: 'timepicker'; initial_time?: string }
);

export type SlackInput = {
  type: 'input';
  block_id: string;
  label: PlainText;
  element: SlackInputElement;
  hint?: PlainText;
  optional: boolean;
  /** Slack tells us when somebody chooses. */
  dispatch_action?: true;
};

export type SlackBlock =
  | { type: 'header'; text: PlainText }
  | { type: 'context'; elements: PlainText[] }
  | { type: 'rich_text'; elements: RichPart[] }
  | { type: 'section'; text: PlainText; accessory: SlackButton | SlackMenu }
  | { type: 'actions'; elements: (SlackButton | SlackMenu)[] }
  | { type: 'divider' }
  | SlackInput;

export type SlackMessage = { text: string; blocks: SlackBlock[] };

export type SlackModal = {
  type: 'modal';
  /** The form's verb. */
  callback_id: string;
  private_metadata: string;
  title: PlainText;
  submit: PlainText;
  close: PlainText;
  blocks: SlackBlock[];
};
export type SlackHome = { type: 'home'; blocks: SlackBlock[] };
export type SlackView = SlackModal | SlackHome;
