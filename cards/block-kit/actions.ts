import type { Action, Form, Press } from '../model.ts';
import type { Texts } from '../texts/texts.ts';
import type { SlackBlock, SlackButton } from './blocks.ts';
import type { Numbering } from './ids.ts';
import { MAX_BUTTONS_IN_A_ROW, SLACK_LIMITS, whole } from './limits.ts';
import { plainLine } from './text.ts';

/**
 * Every action is a button. Slack's overflow menu does not fit: an option holds 150 characters of data, all options
 * share one action id, and few people find what is in it. Rarely wanted actions are in the last row. An action that
 * cannot be undone asks for confirmation, since it takes two presses on Teams; only the confirmation is red, because a
 * red button on every message would catch the eye first.
 */

const STYLE: Record<Press['weight'], Pick<SlackButton, 'style'>> = {
  main: { style: 'primary' },
  normal: {},
  danger: {},
  more: {},
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
  ...(weight === 'danger' && kind === 'press' ? { confirm: confirmation(label, texts) } : {}),
});

const confirmation = (label: string, { blocks }: Texts): NonNullable<SlackButton['confirm']> => ({
  title: plainLine(label, SLACK_LIMITS.confirmTitle, '…'),
  text: plainLine(blocks.sure, SLACK_LIMITS.confirmText, '…'),
  confirm: plainLine(blocks.yes, SLACK_LIMITS.confirmButton, '…'),
  deny: plainLine(blocks.no, SLACK_LIMITS.confirmButton, '…'),
  style: 'danger',
});

const rows = (buttons: SlackButton[]): SlackBlock[] => {
  const blocks: SlackBlock[] = [];
  for (let start = 0; start < buttons.length; start += MAX_BUTTONS_IN_A_ROW) {
    blocks.push({ type: 'actions', elements: buttons.slice(start, start + MAX_BUTTONS_IN_A_ROW) });
  }
  return blocks;
};

export const presses = (all: readonly Press[], buttons: Buttons): SlackBlock[] =>
  rows(all.map((press) => button(press, buttons)));

export const openForm = (actions: readonly Action[]): Form | null => {
  for (const action of actions) if (action.kind === 'form' && action.open === true) return action;
  return null;
};

const isAside = ({ weight }: Action): boolean => weight === 'more' || weight === 'danger';

/**
 * The card's buttons in rows: first those that send the open fields above, then the likely ones, then the rest.
 * @param open the form whose fields the message shows; null for none
 */
export const actionRows = (actions: readonly Action[], open: Form | null, buttons: Buttons): SlackBlock[] => {
  const sends = (action: Action) => open !== null && action.verb === open.verb;
  const rest = actions.filter((action) => !sends(action));
  const groups = [actions.filter(sends), rest.filter((action) => !isAside(action)), rest.filter(isAside)];
  return groups.flatMap((group) =>
    rows(group.map((action) => button(action === open ? { ...open, label: open.send } : action, buttons))),
  );
};
