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

/** What is rarely wanted, or cannot be undone, stands behind "…". */
const isAside = (weight: Weight): boolean => weight === 'more' || weight === 'danger';

type Sent = Pick<Press, 'verb' | 'label' | 'data' | 'weight'>;

/** `carries`: the press brings the card's fields along. The fallback is for clients without Action.Execute. */
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

/** A question's answers; `carries`: they bring the question's field along. */
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
    body: [...paragraphs(form.intro ?? '', 600, texts.actions.shortened), ...inputs(form, true, texts)],
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
 * The card's buttons in rows: Teams shows six in one, so presses give way to "…" first, and forms that still do not
 * fit get a row of their own. A form cannot stand behind "…".
 */
export const actionRows = (actions: Action[], texts: Texts): Json[][] => {
  const open = openForm(actions);
  const isForm = (action: Action) => action.kind === 'form' && action !== open;
  const places = ADAPTIVE_LIMITS.primaryActions;
  let room = places - actions.filter(isForm).length;
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
  for (let at = 0; at < front.length; at += places) rows.push(front.slice(at, at + places));
  rows.push([...(rows.pop() ?? []), ...behind]);
  return rows;
};
