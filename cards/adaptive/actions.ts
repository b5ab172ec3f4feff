import { clean, shorten } from '../clean.ts';
import { chooseIn } from '../fields.ts';
import { openForm, type Sorted } from '../in-front.ts';
import type { Action, Choose, Form, Link, Press } from '../model.ts';
import { sureOf } from '../sure.ts';
import type { Texts } from '../texts/texts.ts';
import { inputs } from './inputs.ts';
import type { Json } from './json.ts';
import { ADAPTIVE_LIMITS } from './limits.ts';
import { paragraphs } from './text.ts';
import { switches, toggleAction } from './toggle.ts';

type Weight = Press['weight'];

const STYLE: Record<Weight, { style?: 'positive' | 'destructive' }> = {
  main: { style: 'positive' },
  normal: {},
  danger: { style: 'destructive' },
  more: {},
  'if-room': {},
};

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

export const openUrl = (link: Link, main = false): Json => ({
  type: 'ActionSet',
  actions: [
    {
      type: 'Action.OpenUrl',
      title: shorten(clean(link.label), ADAPTIVE_LIMITS.label, '…'),
      url: link.url,
      ...(main ? STYLE.main : {}),
    },
  ],
});

/** A button that opens a part of the card with something to press in it. */
const showCard = ({ label, weight }: Pick<Action, 'label' | 'weight'>, body: Json[], send: Json | null): Json => ({
  type: 'Action.ShowCard',
  title: shorten(clean(label), ADAPTIVE_LIMITS.label, '…'),
  ...STYLE[weight],
  card: { type: 'AdaptiveCard', body, ...(send === null ? {} : { actions: [send] }) },
});

const formCard = (form: Form, texts: Texts): Json => {
  const choose = chooseIn(form);
  return showCard(
    form,
    [
      ...paragraphs(form.intro ?? '', 600, texts.actions.shortened),
      ...inputs(form, true, texts),
      ...(choose === null ? [] : options(form, choose, texts)),
      ...paragraphs(form.outro ?? '', 600, texts.actions.shortened),
    ],
    choose === null ? execute({ ...form, label: form.send, weight: 'main' }, true, false) : null,
  );
};

/**
 * A button for each option, and the fields and the Send of the one that is chosen. No field of an option is marked as
 * required: Teams would ask for it although it is hidden.
 */
const options = (form: Form, { field, label, value: first, options: all }: Choose, texts: Texts): Json[] => {
  const mark = texts.actions.shortened;
  const idOf = (value: string): string => `${field}.${value}`;
  return [
    ...paragraphs(label, 200, mark, { weight: 'Bolder' }),
    switches(all.map((option) => ({ label: option.label, id: idOf(option.value) }))),
    ...all.map(({ value, label: name, send, intro, inputs: own }) => ({
      type: 'Container',
      id: idOf(value),
      separator: true,
      isVisible: value === first,
      items: [
        ...paragraphs(name, 200, mark, { weight: 'Bolder' }),
        ...paragraphs(intro ?? '', 600, mark),
        ...inputs({ verb: form.verb, inputs: own }, false, texts),
        {
          type: 'ActionSet',
          actions: [
            execute({ ...form, data: { ...form.data, [field]: value }, label: send, weight: 'main' }, true, false),
          ],
        },
      ],
    })),
  ];
};

/** What cannot be undone takes a second press, which says what it does. */
const sureCard = (press: Press, texts: Texts): Json => {
  const { question, yes } = sureOf(press, texts);
  return showCard(
    { ...press, weight: 'normal' },
    paragraphs(question, 600, texts.actions.shortened),
    execute({ ...press, label: yes }, false, false),
  );
};

/** `aside`: in Teams' own "…" menu. */
const draw = (action: Action, open: Form | null, aside: boolean, texts: Texts): Json => {
  if (action === open) return execute({ ...open, label: open.send }, true, false);
  if (action.kind === 'form') return formCard(action, texts);
  return action.weight === 'danger' ? sureCard(action, texts) : execute(action, action.verb === open?.verb, aside);
};

/** The part of a card that holds the rest of its actions, until somebody presses "…". */
const REST = 'rest';

/** Teams drops or hides the buttons of one row after the sixth. */
const rows = (actions: Json[]): Json[] =>
  actions.length === 0
    ? []
    : [
        { type: 'ActionSet', actions: actions.slice(0, ADAPTIVE_LIMITS.primaryActions) },
        ...rows(actions.slice(ADAPTIVE_LIMITS.primaryActions)),
      ];

/**
 * The card's buttons. The rest is in Teams' own "…" menu where that is possible; a form, or what asks for a second
 * press, cannot be in it, and then the whole rest is in a part of the card that "…" shows.
 */
export const buttons = ({ front, rest }: Sorted, texts: Texts): Json[] => {
  const open = openForm([...front, ...rest]);
  const inFront = front.map((action) => draw(action, open, false, texts));
  if (rest.every(({ kind, weight }) => kind === 'press' && weight !== 'danger'))
    return inMenu([...inFront, ...rest.map((action) => draw(action, open, true, texts))]);
  const more = toggleAction(texts.actions.more, REST);
  const hidden = rows(rest.map((action) => draw(action, open, false, texts)));
  return [
    { type: 'ActionSet', actions: [...inFront, more] },
    { type: 'Container', id: REST, isVisible: false, items: hidden },
  ];
};

const inMenu = (actions: Json[]): Json[] => (actions.length === 0 ? [] : [{ type: 'ActionSet', actions }]);
