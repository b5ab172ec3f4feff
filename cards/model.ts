import type { Verb } from '../bot/commands.ts';

/**
 * The neutral card: a message before it is rendered as Adaptive Card JSON, Block Kit or plain text. The unions are
 * closed, so every renderer must handle a new node or action.
 */
export type Card = {
  /** One line that says what the message is; notifications show it, too. */
  title: string;
  /** Shown small above the title, such as "Sag 42 · Venter". */
  kicker?: string;
  tone: 'plain' | 'good' | 'attention' | 'quiet';
  body: Node[];
  actions: Action[];
};

export type Node =
  | { kind: 'text'; text: string; style: 'body' | 'lead' | 'subtle' | 'heading' }
  | Quote
  /** Quotes that a button shows, at most once in a card; Slack, which cannot hide them, shows them under its label. */
  | { kind: 'folded'; label: string; quotes: Quote[] }
  | { kind: 'warning'; text: string; link?: Link }
  | { kind: 'facts'; facts: { label: string; value: string }[] }
  | { kind: 'list'; items: { title: string; text: string; action?: Press }[] }
  /** `main`: what the whole card is for. */
  | { kind: 'link'; link: Link; main?: boolean }
  /**
   * A question with its answers right under it, answered by one press. `line` is a field that every answer sends along;
   * all answers then have the same verb.
   */
  | { kind: 'question'; text: string; presses: Press[]; line?: TextInput };

/** Text written by a person, with who wrote it and when. */
export type Quote = { kind: 'quote'; who: string; when: string; text: string };

export type Link = { label: string; url: string };

/** What a press sends: ids and the revision that the person saw, never text or personal data. */
type ActionData = Record<string, string | number>;

export type Press = {
  kind: 'press';
  verb: Verb;
  label: string;
  data: ActionData;
  /**
   * `more`: rarely wanted. `danger`: cannot be undone, so it is asked once more. Both are under "…", and so is `if-room`,
   * except in Slack, where a menu hides more than it saves: there it stands in front while that holds few.
   */
  weight: 'main' | 'normal' | 'danger' | 'more' | 'if-room';
};

/** An action with fields to fill in. `open`: the card itself shows the fields; at most one form of a card is open. */
export type Form = {
  kind: 'form';
  verb: Verb;
  label: string;
  send: string;
  intro?: string;
  /** What is said under the fields, a line each. */
  outro?: string;
  data: ActionData;
  weight: 'main' | 'normal' | 'more';
  open?: boolean;
  /** Tells the fields of two forms of one verb on a card apart. */
  part?: string;
  inputs: (Input | Fold | Choose)[];
};

/**
 * Fields that few people need, shown by a button that names them; Slack, which cannot hide a field, shows them under
 * that name. Nobody is stopped by a field that they cannot see: each is optional, or filled in already.
 */
export type Fold = { kind: 'fold'; label: string; inputs: Input[] };

/**
 * A choice whose answer decides which fields there are; at most one in a form, after the fields that always are there.
 * Teams and the sandbox have a button for each option, which shows its fields and its Send; Slack draws its window anew.
 * A card sends what it hides, too: whoever reads the form leaves out the fields of other options.
 */
export type Choose = {
  kind: 'choose';
  field: string;
  label: string;
  /** The option that is chosen at first. */
  value: string;
  options: { value: string; label: string; send: string; intro?: string; inputs: Input[] }[];
};

export type Action = Press | Form;

export type TextInput = {
  kind: 'text';
  field: string;
  label: string;
  hint?: string;
  value?: string;
  required: boolean;
  multiline: boolean;
  maxLength: number;
};

export type Input =
  | TextInput
  | {
      kind: 'choice';
      field: string;
      label: string;
      options: { value: string; label: string }[];
      value?: string;
      required: boolean;
    }
  /**
   * One of all colleagues, found by typing a name or unit; whoever acts in this case may search. `typed`: a field beside
   * it, for clients that cannot search.
   */
  | {
      kind: 'colleague';
      field: string;
      label: string;
      hint: string;
      case: string;
      typed: { field: string; label: string };
    }
  /** Any number of a few options; choosing none is an answer, too. */
  | { kind: 'choices'; field: string; label: string; options: { value: string; label: string }[]; values: string[] }
  | { kind: 'toggle'; field: string; label: string; value: boolean }
  | { kind: 'date'; field: string; label: string; value?: string; from?: string; required: boolean }
  | { kind: 'time'; field: string; label: string; value?: string; required: boolean };
