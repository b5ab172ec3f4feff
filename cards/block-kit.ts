import type { Language } from '../bot/words.ts';
import { actionRows, openForm } from './block-kit/actions.ts';
import type { SlackBlock, SlackMessage } from './block-kit/blocks.ts';
import { createNumbering } from './block-kit/ids.ts';
import { inputs } from './block-kit/inputs.ts';
import { SLACK_LIMITS, TIGHTNESS, type Tightness } from './block-kit/limits.ts';
import { header, nodes } from './block-kit/nodes.ts';
import { mrkdwn, rich, section, words } from './block-kit/text.ts';
import type { Card, Form } from './model.ts';
import { renderPlainText } from './plain-text.ts';
import { TEXTS, type Texts } from './texts/texts.ts';

export type { SlackBlock, SlackMessage, SlackModal, SlackView } from './block-kit/blocks.ts';
export { renderSlackHome } from './block-kit/home.ts';
export { SLACK_LIMITS } from './block-kit/limits.ts';
export { renderSlackModal } from './block-kit/modal.ts';

/** A neutral card as a Slack message. Words that do not fit are shortened, and it says so. */
export const renderSlackMessage = (card: Card, language: Language): SlackMessage => {
  const texts = TEXTS[language];
  const said = renderPlainText(card, language);
  const [widest, ...tighter] = TIGHTNESS;
  let drawn = draw(card, said, widest, texts);
  for (const tight of tighter) {
    if (fits(drawn)) break;
    drawn = draw(card, said, tight, texts);
  }
  return drawn;
};

const fits = ({ text, blocks }: SlackMessage): boolean =>
  blocks.length <= SLACK_LIMITS.messageBlocks && text.length + JSON.stringify(blocks).length <= SLACK_LIMITS.message;

const draw = (card: Card, said: string, tight: Tightness, texts: Texts): SlackMessage => {
  const drawing = { texts, tight, numbering: createNumbering() };
  const open = tight.folded ? null : openForm(card.actions);
  return {
    text: mrkdwn(said, tight.fallback, texts.actions.shortened),
    blocks: [
      ...header(card, drawing),
      ...nodes(card, drawing),
      ...(open === null ? [] : openFields(open, texts)),
      ...actionRows(card.actions, open, drawing.numbering),
    ],
  };
};

const openFields = (form: Form, texts: Texts): SlackBlock[] => [
  ...rich(section(words(form.intro ?? '', SLACK_LIMITS.text, texts.actions.shortened))),
  ...inputs(form, texts),
];
