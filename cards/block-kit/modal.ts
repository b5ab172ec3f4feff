import type { Language } from '../../bot/words.ts';
import { clean } from '../clean.ts';
import type { Card, Form, Node } from '../model.ts';
import { sureOf } from '../sure.ts';
import { TEXTS } from '../texts/texts.ts';
import type { SlackBlock, SlackModal } from './blocks.ts';
import { inputs } from './inputs.ts';
import { SLACK_LIMITS, whole } from './limits.ts';
import { quote } from './nodes.ts';
import { context, plainLine, rich, section, words } from './text.ts';

/** Characters of a quote shown above the fields as a reminder. */
const MAX_REMINDER_LENGTH = 600;

/**
 * Renders one form of a card as a modal: what it is about, and its fields.
 * @throws TooLongForSlack when `privateMetadata` is too long, or there are too many fields
 */
export const renderSlackModal = (card: Card, form: Form, language: Language, privateMetadata: string): SlackModal => {
  const texts = TEXTS[language];
  const mark = texts.actions.shortened;
  // A form that is open in the message may have its button's label, such as "Send", which is no title for a modal.
  const title = form.open === true && form.label === form.send ? card.title : form.label;
  const blocks: SlackBlock[] = [
    ...wholeTitle(title, mark),
    ...context(
      [card.kicker, title === card.title ? '' : card.title].filter(Boolean).join('\n'),
      SLACK_LIMITS.context,
      mark,
    ),
    ...reminders(card.body).flatMap((node) => quote(node, MAX_REMINDER_LENGTH, mark)),
    ...rich(section(words(form.intro ?? '', SLACK_LIMITS.text, mark))),
    ...inputs(form, texts),
    ...rich(section(words(form.outro ?? '', SLACK_LIMITS.text, mark))),
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

/** The window that asks once more before something that cannot be undone. */
export const renderSureModal = (
  asked: { verb: string; label: string },
  language: Language,
  privateMetadata: string,
): SlackModal => {
  const texts = TEXTS[language];
  const { question, yes } = sureOf(asked, texts);
  return {
    type: 'modal',
    callback_id: whole(asked.verb, SLACK_LIMITS.id, 'a verb'),
    private_metadata: whole(privateMetadata, SLACK_LIMITS.privateMetadata, 'private_metadata'),
    title: plainLine(asked.label, SLACK_LIMITS.modalTitle, '…'),
    submit: plainLine(yes, SLACK_LIMITS.modalButton, '…'),
    close: plainLine(texts.blocks.cancel, SLACK_LIMITS.modalButton, '…'),
    blocks: rich(section(words(question, SLACK_LIMITS.text, texts.actions.shortened))),
  };
};

/** A modal's title holds 24 characters; a longer title is repeated in full below it. */
const wholeTitle = (label: string, mark: string): SlackBlock[] =>
  clean(label).trim().length > SLACK_LIMITS.modalTitle
    ? [{ type: 'header', text: plainLine(label, SLACK_LIMITS.header, mark) }]
    : [];

/** The first and the last quote of a card. */
const reminders = (body: readonly Node[]): Extract<Node, { kind: 'quote' }>[] => {
  const quotes = body.filter((node) => node.kind === 'quote');
  const [first] = quotes;
  const last = quotes.at(-1);
  if (first === undefined || last === undefined) return [];
  return first === last ? [first] : [first, last];
};
