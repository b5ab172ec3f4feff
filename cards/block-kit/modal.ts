import type { Language } from '../../bot/words.ts';
import { clean } from '../clean.ts';
import type { Card, Form, Node } from '../model.ts';
import { TEXTS } from '../texts/texts.ts';
import type { SlackBlock, SlackModal } from './blocks.ts';
import { inputs } from './inputs.ts';
import { SLACK_LIMITS, whole } from './limits.ts';
import { quote } from './nodes.ts';
import { context, plainLine, rich, section, words } from './text.ts';

/** How much of what was said stands above the fields, to remind of it. */
const REMINDER = 600;

/**
 * The window for one form of a card: what it is about, and its fields.
 * @throws TooLongForSlack when `privateMetadata` is, or the fields are too many
 */
export const renderSlackModal = (card: Card, form: Form, language: Language, privateMetadata: string): SlackModal => {
  const texts = TEXTS[language];
  const mark = texts.actions.shortened;
  // A form that stands open elsewhere may be called as its button, which says nothing here: "Send".
  const title = form.open === true && form.label === form.send ? card.title : form.label;
  const blocks: SlackBlock[] = [
    ...wholeTitle(title, mark),
    ...context(
      [card.kicker, title === card.title ? '' : card.title].filter(Boolean).join('\n'),
      SLACK_LIMITS.context,
      mark,
    ),
    ...reminders(card.body).flatMap((said) => quote(said, REMINDER, mark)),
    ...rich(section(words(form.intro ?? '', SLACK_LIMITS.text, mark))),
    ...inputs(form, texts),
  ];
  return {
    type: 'modal',
    callback_id: form.verb,
    private_metadata: whole(privateMetadata, SLACK_LIMITS.privateMetadata, 'private_metadata'),
    title: plainLine(title, SLACK_LIMITS.modalTitle, '…'),
    submit: plainLine(form.send, SLACK_LIMITS.modalButton, '…'),
    close: plainLine(texts.blocks.cancel, SLACK_LIMITS.modalButton, '…'),
    blocks: whole(blocks, SLACK_LIMITS.modalBlocks, 'a window'),
  };
};

/** A title has room for 24 letters; a longer one stands whole under it. */
const wholeTitle = (label: string, mark: string): SlackBlock[] =>
  clean(label).trim().length > SLACK_LIMITS.modalTitle
    ? [{ type: 'header', text: plainLine(label, SLACK_LIMITS.header, mark) }]
    : [];

/** How it began, and what was said last. */
const reminders = (body: readonly Node[]): Extract<Node, { kind: 'quote' }>[] => {
  const said = body.filter((node) => node.kind === 'quote');
  const [first] = said;
  const last = said.at(-1);
  if (first === undefined || last === undefined) return [];
  return first === last ? [first] : [first, last];
};
