import type { Action } from './model.ts';

/** Buttons that a person sees at once below a card; more would be a list to read (docs/rules.md, "Buttons on a card"). */
export const MAX_IN_FRONT = 3;

/** A card's actions: those in front, and the rest, which stands under "…". */
export type Sorted = { front: Action[]; rest: Action[] };

/**
 * Those that send the open fields come first, then the likely ones. What is rarely wanted or cannot be undone is under
 * "…", and so is whatever would be too many.
 */
export const sortActions = (actions: readonly Action[]): Sorted => {
  const open = openForm(actions);
  const sends = (action: Action) => open !== null && action.verb === open.verb && !isAside(action);
  const likely = [...actions.filter(sends), ...actions.filter((action) => !sends(action) && !isAside(action))];
  const front = new Set(likely.slice(0, MAX_IN_FRONT));
  return { front: [...front], rest: actions.filter((action) => !front.has(action)) };
};

const ASIDE: ReadonlySet<Action['weight']> = new Set(['more', 'danger', 'if-room']);
const isAside = ({ weight }: Action): boolean => ASIDE.has(weight);

/** The same for a place whose "…" is a menu: what may stand in front while there is room does. */
export const besideMenu = ({ front, rest }: Sorted): Sorted => {
  const room = Math.max(0, MAX_IN_FRONT - front.length);
  const more = new Set(rest.filter(({ weight }) => weight === 'if-room').slice(0, room));
  return { front: [...front, ...more], rest: rest.filter((action) => !more.has(action)) };
};

/** The form whose fields the card itself shows. */
export const openForm = (actions: readonly Action[]): Extract<Action, { kind: 'form' }> | null => {
  for (const action of actions) if (action.kind === 'form' && action.open === true) return action;
  return null;
};
