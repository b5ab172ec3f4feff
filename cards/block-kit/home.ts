import type { Language } from '../../bot/words.ts';
import { sortActions } from '../in-front.ts';
import type { Card } from '../model.ts';
import { TEXTS, type Texts } from '../texts/texts.ts';
import { allButtons } from './actions.ts';
import type { SlackBlock, SlackHome } from './blocks.ts';
import { createNumbering } from './ids.ts';
import { SLACK_LIMITS, TIGHTNESS, type Tightness } from './limits.ts';
import { header, nodes } from './nodes.ts';
import { context } from './text.ts';

/**
 * Renders cards below each other as the App Home. Forms are buttons there: open fields of two cards could share an id.
 */
export const renderSlackHome = (cards: readonly Card[], language: Language): SlackHome => {
  const texts = TEXTS[language];
  const [widest, ...tighter] = TIGHTNESS;
  let drawn = draw(cards, widest, texts);
  for (const tight of tighter) {
    if (fits(home(drawn))) return home(drawn);
    drawn = draw(cards, tight, texts);
  }
  // Leave out the last cards of a view that is still too big, and say how many.
  for (let count = drawn.length; count > 0; count -= 1) {
    const left = context(texts.actions.andMore(cards.length - count), SLACK_LIMITS.context, texts.actions.shortened);
    const shown = home(count === cards.length ? drawn : [...drawn.slice(0, count), left]);
    if (fits(shown)) return shown;
  }
  return home([]);
};

const encoder = new TextEncoder();
const fits = (view: SlackHome): boolean =>
  view.blocks.length <= SLACK_LIMITS.homeBlocks && encoder.encode(JSON.stringify(view)).length <= SLACK_LIMITS.view;

/** A view of the parts, with a divider between each two. */
const home = (parts: readonly SlackBlock[][]): SlackHome => ({
  type: 'home',
  blocks: parts.flatMap((part, index) => (index === 0 ? part : [{ type: 'divider' }, ...part])),
});

const draw = (cards: readonly Card[], tight: Tightness, texts: Texts): SlackBlock[][] => {
  const drawing = { texts, tight, withFields: false, numbering: createNumbering() };
  return cards.map((card) => [
    ...header(card, drawing),
    ...nodes(card, drawing),
    ...allButtons(sortActions(card.actions), drawing),
  ]);
};
