import { besideMenu, type Sorted } from '../in-front.ts';
import type { Action, Form, Press } from '../model.ts';
import { sureOf } from '../sure.ts';
import type { Texts } from '../texts/texts.ts';
import type { SlackBlock, SlackButton, SlackMenu } from './blocks.ts';
import { MENU, menuValue, type Numbering } from './ids.ts';
import { MAX_BUTTONS_IN_A_ROW, SLACK_LIMITS, whole } from './limits.ts';
import { plainLine } from './text.ts';

/**
 * An action in front is a button. The rest is in Slack's "…" menu beside them, and what is too much for it in a second
 * one with a line that says so; in the App Home, which is a page to look around in, it is in buttons. An action that cannot be undone asks once more: a button by Slack's own dialog, which a line of a menu
 * cannot have, so a line opens a window.
 */

const STYLE: Record<Press['weight'], Pick<SlackButton, 'style'>> = {
  main: { style: 'primary' },
  normal: {},
  danger: {},
  more: {},
  'if-room': {},
};

/** What all buttons of one message share. */
export type Buttons = { texts: Texts; numbering: Numbering };

export const button = (
  { kind, verb, label, data, weight }: Pick<Action, 'kind' | 'verb' | 'label' | 'data' | 'weight'>,
  { texts, numbering }: Buttons,
): SlackButton => ({
  type: 'button',
  action_id: numbering(verb),
  text: plainLine(label, SLACK_LIMITS.button, '…'),
  value: whole(JSON.stringify(data), SLACK_LIMITS.buttonValue, 'the data of a press'),
  ...STYLE[weight],
  ...(weight === 'danger' && kind === 'press' ? { confirm: confirmation({ verb, label }, texts) } : {}),
});

const confirmation = (asked: Pick<Action, 'verb' | 'label'>, texts: Texts): NonNullable<SlackButton['confirm']> => {
  const { question, yes } = sureOf(asked, texts);
  return {
    title: plainLine(asked.label, SLACK_LIMITS.confirmTitle, '…'),
    text: plainLine(question, SLACK_LIMITS.confirmText, '…'),
    confirm: plainLine(yes, SLACK_LIMITS.confirmButton, '…'),
    deny: plainLine(texts.sure.no, SLACK_LIMITS.confirmButton, '…'),
    style: 'danger',
  };
};

const rows = (buttons: SlackButton[]): SlackBlock[] => {
  const blocks: SlackBlock[] = [];
  for (let start = 0; start < buttons.length; start += MAX_BUTTONS_IN_A_ROW) {
    blocks.push({ type: 'actions', elements: buttons.slice(start, start + MAX_BUTTONS_IN_A_ROW) });
  }
  return blocks;
};

export const presses = (all: readonly Press[], buttons: Buttons): SlackBlock[] =>
  rows(all.map((press) => button(press, buttons)));

/** Slack's "…" menus: one takes five lines. */
const menus = (rest: readonly Action[], all: Buttons): SlackMenu[] => {
  if (rest.length === 0) return [];
  const options = rest.slice(0, SLACK_LIMITS.menu).map((action) => ({
    text: plainLine(action.label, SLACK_LIMITS.optionText, '…'),
    value: whole(menuValue(action), SLACK_LIMITS.optionValue, 'a line of a menu'),
  }));
  const menu: SlackMenu = { type: 'overflow', action_id: all.numbering(MENU), options };
  return [menu, ...menus(rest.slice(SLACK_LIMITS.menu), all)];
};

/** A line of a menu holds less data than a button. */
const fitsMenu = (action: Action): boolean => menuValue(action).length <= SLACK_LIMITS.optionValue;

/**
 * A message's buttons, and its "…".
 * @param open the form whose fields the message shows; null for none
 */
export const actionRow = (sorted: Sorted, open: Form | null, all: Buttons): SlackBlock[] => {
  const { front, rest } = besideMenu(sorted);
  const [beside, ...further] = menus(rest.filter(fitsMenu), all);
  const elements = [
    ...[...front, ...rest.filter((action) => !fitsMenu(action))].map((action) =>
      button(action === open ? { ...open, label: open.send } : action, all),
    ),
    ...(beside === undefined ? [] : [beside]),
  ];
  const text = plainLine(all.texts.blocks.moreChoices, SLACK_LIMITS.text, '…');
  return [
    ...(elements.length === 0 ? [] : [{ type: 'actions' as const, elements }]),
    ...further.map((menu) => ({ type: 'section' as const, text, accessory: menu })),
  ];
};

/** Every action as a button, in rows: first the likely ones, then the rest. */
export const allButtons = ({ front, rest }: Sorted, all: Buttons): SlackBlock[] =>
  [front, rest].flatMap((group) => rows(group.map((action) => button(action, all))));
