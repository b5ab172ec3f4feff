import type { Language } from '../bot/words.ts';
import { actionRow } from './block-kit/actions.ts';
import type { SlackBlock, SlackMessage } from './block-kit/blocks.ts';
import { createNumbering } from './block-kit/ids.ts';
import { inputs } from './block-kit/inputs.ts';
import { SLACK_LIMITS, TIGHTNESS, type Tightness, TooLongForSlack } from './block-kit/limits.ts';
import { header, nodes } from './block-kit/nodes.ts';
import { context, mrkdwn, rich, section, words } from './block-kit/text.ts';
import { openForm, sortActions } from './in-front.ts';
import type { Card, Form } from './model.ts';
import { notificationOf } from './notification.ts';
import { TEXTS, type Texts } from './texts/texts.ts';

export type { SlackBlock, SlackMessage, SlackModal, SlackView } from './block-kit/blocks.ts';
export { renderSlackHome } from './block-kit/home.ts';
export { SLACK_LIMITS } from './block-kit/limits.ts';
export { renderSlackModal, renderSureModal } from './block-kit/modal.ts';

/**
 * Renders a neutral card as a Slack message. Text that does not fit is shortened and marked as shortened.
 * @throws TooLongForSlack when parts that cannot be shortened exceed Slack's limits
 */
export const renderSlackMessage = (card: Card, language: Language): SlackMessage => {
  const texts = TEXTS[language];
  const [widest, ...tighter] = TIGHTNESS;
  let drawn = draw(card, widest, texts);
  for (const tight of tighter) {
    const complete = message(drawn);
    if (fits(complete)) return complete;
    drawn = draw(card, tight, texts);
  }
  return newestBlocks(drawn, texts);
};

/** A message in its parts: only blocks of `body` may be left out. */
type Drawn = { text: string; top: SlackBlock[]; body: SlackBlock[]; bottom: SlackBlock[] };

const message = ({ text, top, body, bottom }: Drawn): SlackMessage => ({ text, blocks: [...top, ...body, ...bottom] });

const fits = ({ text, blocks }: SlackMessage): boolean =>
  blocks.length <= SLACK_LIMITS.messageBlocks && text.length + JSON.stringify(blocks).length <= SLACK_LIMITS.message;

/** Leaves out the first blocks of a message that is still too big, and says how many. */
const newestBlocks = (drawn: Drawn, { actions }: Texts): SlackMessage => {
  for (let gone = 0; gone <= drawn.body.length; gone += 1) {
    const note = gone === 0 ? [] : context(actions.andMore(gone), SLACK_LIMITS.context, actions.shortened);
    const shorter = message({ ...drawn, body: [...note, ...drawn.body.slice(gone)] });
    if (fits(shorter)) return shorter;
  }
  throw new TooLongForSlack('the buttons and fields alone are more than one message takes');
};

const draw = (card: Card, tight: Tightness, texts: Texts): Drawn => {
  const drawing = { texts, tight, withFields: !tight.folded, numbering: createNumbering() };
  const open = tight.folded ? null : openForm(card.actions);
  return {
    // Slack refuses a message without `text`.
    text: mrkdwn(notificationOf(card), SLACK_LIMITS.fallbackText, texts.actions.shortened).trim() || 'Sammen',
    top: header(card, drawing),
    body: nodes(card, drawing),
    bottom: [...(open === null ? [] : openFields(open, texts)), ...actionRow(sortActions(card.actions), open, drawing)],
  };
};

const openFields = (form: Form, texts: Texts): SlackBlock[] => [
  ...rich(section(words(form.intro ?? '', SLACK_LIMITS.text, texts.actions.shortened))),
  ...inputs(form, texts),
  ...rich(section(words(form.outro ?? '', SLACK_LIMITS.text, texts.actions.shortened))),
];
