import type { Language } from '../../bot/words.ts';
import type { Card } from '../model.ts';
import { TEXTS, type Texts } from '../texts/texts.ts';
import { actionRows } from './actions.ts';
import type { SlackBlock, SlackHome } from './blocks.ts';
import { createNumbering } from './ids.ts';
import { SLACK_LIMITS, TIGHTNESS, type Tightness } from './limits.ts';
import { header, nodes } from './nodes.ts';
import { context } from './text.ts';

/** The App Home: several cards one beneath the other. Each form is a button there, for fields of two cards could share a name. */
export const renderSlackHome = (cards: readonly Card[], language: Language): SlackHome => {
  const texts = TEXTS[language];
  for (const tight of TIGHTNESS) {
    const home = draw(cards, tight, texts);
    if (fits(home)) return home;
  }
  const [tightest] = TIGHTNESS.slice(-1);
  for (let count = cards.length - 1; tightest !== undefined && count > 0; count -= 1) {
    const home = draw(cards.slice(0, count), tightest, texts);
    const left = context(texts.actions.andMore(cards.length - count), SLACK_LIMITS.context, texts.actions.shortened);
    const whole: SlackHome = { ...home, blocks: [...home.blocks, { type: 'divider' }, ...left] };
    if (fits(whole)) return whole;
  }
  return { type: 'home', blocks: [] };
};

const encoder = new TextEncoder();
const fits = (home: SlackHome): boolean =>
  home.blocks.length <= SLACK_LIMITS.homeBlocks && encoder.encode(JSON.stringify(home)).length <= SLACK_LIMITS.view;

const draw = (cards: readonly Card[], tight: Tightness, texts: Texts): SlackHome => {
  const drawing = { texts, tight, numbering: createNumbering() };
  const blocks = cards.flatMap((card, at): SlackBlock[] => [
    ...(at === 0 ? [] : [{ type: 'divider' } as const]),
    ...header(card, drawing),
    ...nodes(card, drawing),
    ...actionRows(card.actions, null, drawing),
  ]);
  return { type: 'home', blocks };
};
