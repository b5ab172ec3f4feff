import type { Verb } from '../bot/commands.ts';

/**
 * The neutral card: what a message is, before it becomes Adaptive Card JSON, Block Kit or plain text.
 * A new node or action must be handled by every renderer: the unions are closed.
 */
export type Card = {
  /** One line that says what this is; also what a notification shows. */
  title: string;
  /** Shown small above the title, such as "Sag 42 · Venter". */
  kicker?: string;
  tone: 'plain' | 'good' | 'attention' | 'quiet';
  body: Node[];
  actions: Action[];
};

export type Node =
  | { kind: 'text'; text: string; style: 'body' | 'lead' | 'subtle' | 'heading' }
  /** Words of a human, with who and when. */
  | { kind: 'quote'; who: string; when: string; text: string }
  | { kind: 'warning'; text: string; link?: Link }
  | { kind: 'facts'; facts: { label: string; value: string }[] }
  | { kind: 'list'; items: { title: string; text: string; action?: Press }[] }
  | { kind: 'link'; link: Link }
  /**
   * A question with its answers right under it: one press, and it is answered. `line` is a field that each answer
   * brings along; all of them then have one verb.
   */
  | { kind: 'question'; text: string; presses: Press[]; line?: TextInput };

export type Link = { label: string; url: string };

/** What a press sends: ids and the revision the presser saw, never text or people. */
type ActionData = Record<string, string | number>;

export type Press = {
  kind: 'press';
  verb: Verb;
  label: string;
  data: ActionData;
  weight: 'main' | 'normal' | 'danger' | 'more';
};
/** A press that first asks for a few fields. `open`: the fields stand in the card itself (at most one of a card's forms). */
export type Form = {
  kind: 'form';
  verb: Verb;
  label: string;
  send: string;
  intro?: string;
  data: ActionData;
  weight: 'main' | 'normal' | 'danger' | 'more';
  open?: boolean;
  inputs: Input[];
};
export type Action = Press | Form;

type TextInput = {
  kind: 'text';
  field: string;
  label: string;
  hint?: string;
  value?: string;
  required: boolean;
  multiline: boolean;
  most: number;
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
  /** Several of a few; none is an answer, too. */
  | { kind: 'choices'; field: string; label: string; options: { value: string; label: string }[]; values: string[] }
  | { kind: 'toggle'; field: string; label: string; value: boolean }
  | { kind: 'date'; field: string; label: string; value?: string; from?: string; required: boolean }
  | { kind: 'time'; field: string; label: string; value?: string; required: boolean };
