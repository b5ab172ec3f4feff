import { clean, shorten } from '../clean.ts';
import type { Action, Form, Link, Press } from '../model.ts';
import type { Texts } from '../texts/texts.ts';
import { inputs } from './inputs.ts';
import type { Json } from './json.ts';
import { ADAPTIVE_LIMITS } from './limits.ts';
import { paragraphs } from './text.ts';

type Weight = Press['weight'];

const STYLE: Record<Weight, { style?: 'positive' | 'destructive' }> = {
  main: { style: 'positive' },
  normal: {},
  danger: { style: 'destructive' },
  more: {},
};

/** Actions that are rarely wanted or cannot be undone go into the "…" menu. */
const isAside = (weight: Weight): boolean => weight === 'more' || weight === 'danger';

type Sent = Pick<Press, 'verb' | 'label' | 'data' | 'weight'>;

/** `carries`: the press sends the card's fields along. The fallback is for clients without Action.Execute. */
const execute = ({ verb, label, data, weight }: Sent, carries: boolean, aside: boolean): Json => {
  const looks = {
    title: shorten(clean(label), ADAPTIVE_LIMITS.label, '…'),
    ...STYLE[weight],
    ...(aside ? { mode: 'secondary' } : {}),
    ...(carries ? {} : { associatedInputs: 'none' }),
  };
  return {
    type: 'Action.Execute',
    verb,
    data,
    ...looks,
    fallback: { type: 'Action.Submit', ...looks, data: { ...data, action: verb } },
  };
};

/** The answers to a question. `carries`: they send the question's field along. */
export const presses = (all: Press[], carries = false): Json => ({
  type: 'ActionSet',
  actions: all.map((press) => execute(press, carries, false)),
});

export const openUrl = (link: Link): Json => ({
  type: 'ActionSet',
  actions: [{ type: 'Action.OpenUrl', title: shorten(clean(link.label), ADAPTIVE_LIMITS.label, '…'), url: link.url }],
});

const showCard = (form: Form, texts: Texts): Json => ({
  type: 'Action.ShowCard',
  title: shorten(clean(form.label), ADAPTIVE_LIMITS.label, '…'),
  ...STYLE[form.weight],
  card: {
    type: 'AdaptiveCard',
    body: [
      ...paragraphs(form.intro ?? '', 600, texts.actions.shortened),
      ...inputs(form, true, texts),
      ...paragraphs(form.outro ?? '', 600, texts.actions.shortened),
    ],
    actions: [
      execute({ ...form, label: form.send, weight: form.weight === 'danger' ? 'danger' : 'main' }, true, false),
    ],
  },
});

export const openForm = (actions: Action[]): Form | null => {
  for (const action of actions) if (action.kind === 'form' && action.open === true) return action;
  return null;
};

/**
 * The card's buttons in rows. Teams shows six in a row, so presses move to the "…" menu first, and forms that still do
 * not fit get a row of their own: a form cannot be in the "…" menu.
 */
export const actionRows = (actions: Action[], texts: Texts): Json[][] => {
  const open = openForm(actions);
  const isForm = (action: Action) => action.kind === 'form' && action !== open;
  const perRow = ADAPTIVE_LIMITS.primaryActions;
  let room = perRow - actions.filter(isForm).length;
  const drawn = actions.map((action) => {
    if (action.kind === 'form' && action !== open) return { json: showCard(action, texts), aside: false };
    const aside = isAside(action.weight) || room < 1;
    if (!aside) room -= 1;
    const sent = action.kind === 'form' ? { ...action, label: action.send } : action;
    return { json: execute(sent, action.verb === open?.verb, aside), aside };
  });
  const front = drawn.filter(({ aside }) => !aside).map(({ json }) => json);
  const behind = drawn.filter(({ aside }) => aside).map(({ json }) => json);
  const rows: Json[][] = [];
  for (let start = 0; start < front.length; start += perRow) rows.push(front.slice(start, start + perRow));
  rows.push([...(rows.pop() ?? []), ...behind]);
  return rows;
};
