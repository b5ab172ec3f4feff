import type { Action, Form, Press } from '../model.ts';
import type { Texts } from '../texts/texts.ts';
import type { SlackBlock, SlackButton } from './blocks.ts';
import type { Numbering } from './ids.ts';
import { BUTTONS_IN_A_ROW, SLACK_LIMITS, whole } from './limits.ts';
import { plainLine } from './text.ts';

/**
 * Every action is a button. Slack's overflow menu is none for us: its options have room for 150 characters of data, it
 * has one name for all of them, and what stands in it is found by few. What is rarely wanted stands in the last row,
 * and what cannot be undone asks once more, as it takes two presses on Teams: red only then, for a red button on every
 * message would be the first that is seen.
 */

const STYLE: Record<Press['weight'], Pick<SlackButton, 'style'>> = {
  main: { style: 'primary' },
  normal: {},
  danger: {},
  more: {},
};

/** What the buttons of one message share. */
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
  ...(weight === 'danger' && kind === 'press' ? { confirm: surely(label, texts) } : {}),
});

const surely = (label: string, { blocks }: Texts): NonNullable<SlackButton['confirm']> => ({
  title: plainLine(label, SLACK_LIMITS.confirmTitle, '…'),
  text: plainLine(blocks.sure, SLACK_LIMITS.confirmText, '…'),
  confirm: plainLine(blocks.yes, SLACK_LIMITS.confirmButton, '…'),
  deny: plainLine(blocks.no, SLACK_LIMITS.confirmButton, '…'),
  style: 'danger',
});

const rows = (buttons: SlackButton[]): SlackBlock[] => {
  const found: SlackBlock[] = [];
  for (let at = 0; at < buttons.length; at += BUTTONS_IN_A_ROW) {
    found.push({ type: 'actions', elements: buttons.slice(at, at + BUTTONS_IN_A_ROW) });
  }
  return found;
};

export const presses = (all: readonly Press[], buttons: Buttons): SlackBlock[] =>
  rows(all.map((press) => button(press, buttons)));

export const openForm = (actions: readonly Action[]): Form | null => {
  for (const action of actions) if (action.kind === 'form' && action.open === true) return action;
  return null;
};

const isAside = ({ weight }: Action): boolean => weight === 'more' || weight === 'danger';

/**
 * What one can do, in rows: right under open fields what sends them, then the likely, then the rest.
 * @param open the form whose fields stand above, if any do
 */
export const actionRows = (actions: readonly Action[], open: Form | null, buttons: Buttons): SlackBlock[] => {
  const sends = (action: Action) => open !== null && action.verb === open.verb;
  const rest = actions.filter((action) => !sends(action));
  const groups = [actions.filter(sends), rest.filter((one) => !isAside(one)), rest.filter(isAside)];
  return groups.flatMap((group) =>
    rows(group.map((action) => button(action === open ? { ...open, label: open.send } : action, buttons))),
  );
};
