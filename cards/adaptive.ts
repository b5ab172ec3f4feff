import type { Language } from '../bot/words.ts';
import { buttons } from './adaptive/actions.ts';
import { inputs } from './adaptive/inputs.ts';
import type { Json } from './adaptive/json.ts';
import { ADAPTIVE_LIMITS, TIGHTNESS, type Tightness } from './adaptive/limits.ts';
import { nodes } from './adaptive/nodes.ts';
import { heading, paragraphs, rich, run } from './adaptive/text.ts';
import { clean, shorten } from './clean.ts';
import { openForm, sortActions } from './in-front.ts';
import type { Card, Form } from './model.ts';
import { notificationOf } from './notification.ts';
import { TEXTS, type Texts } from './texts/texts.ts';

/** Adaptive Card JSON, version 1.5. */
export type AdaptiveCardJson = Json & { type: 'AdaptiveCard' };

export const bytesOf = (json: unknown): number => Buffer.byteLength(JSON.stringify(json));

/** Renders a neutral card as Adaptive Card JSON. Text that does not fit is shortened and marked as shortened. */
export const renderAdaptiveCard = (card: Card, language: Language): AdaptiveCardJson =>
  measuredCard(card, language).json;

/**
 * Like `renderAdaptiveCard`, with the size of the JSON in bytes: measuring it twice would cost much of the rendering.
 */
export const measuredCard = (card: Card, language: Language): { json: AdaptiveCardJson; bytes: number } => {
  const texts = TEXTS[language];
  const measured = (tight: Tightness) => {
    const json = draw(card, language, tight, texts);
    return { json, bytes: bytesOf(json) };
  };
  const [widest, ...tighter] = TIGHTNESS;
  let drawn = measured(widest);
  for (const tight of tighter) {
    if (drawn.bytes <= ADAPTIVE_LIMITS.bytes) break;
    drawn = measured(tight);
  }
  return drawn;
};

const draw = (card: Card, language: Language, tight: Tightness, texts: Texts): AdaptiveCardJson => {
  const form = openForm(card.actions);
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    lang: language,
    fallbackText: shorten(clean(notificationOf(card)), ADAPTIVE_LIMITS.title, '…'),
    body: withRoom([
      header(card, texts),
      ...nodes(card, tight, texts),
      ...(form === null ? [] : openFields(form, texts)),
      ...buttons(sortActions(card.actions), texts),
    ]),
  };
};

const openFields = (form: Form, texts: Texts): Json[] => [
  ...paragraphs(form.intro ?? '', TIGHTNESS[0].text, texts.actions.shortened, { isSubtle: true, size: 'Small' }),
  ...inputs(form, false, texts),
  ...(form.outro ?? '').split('\n').flatMap((line) => paragraphs(line, TIGHTNESS[0].text, texts.actions.shortened)),
];

/** Lines of text stand close together, but not close under a coloured box, a field or a row of buttons. */
const withRoom = (parts: Json[]): Json[] =>
  parts.map((part, index) => {
    const { spacing: _close, ...roomy } = part;
    return part.spacing === 'Small' && isBox(parts[index - 1]) ? roomy : part;
  });

const isBox = (part: Json | undefined): boolean =>
  part !== undefined &&
  (part.type.startsWith('Input.') ||
    part.type === 'ActionSet' ||
    (part.type === 'Container' && (part.style !== undefined || endsWithButtons(part))));

/** A question ends with its answers. */
const endsWithButtons = ({ items }: Json): boolean =>
  Array.isArray(items) && (items.at(-1) as Json | undefined)?.type === 'ActionSet';

const BAND: Record<Card['tone'], { style?: 'good' | 'warning'; bleed?: true }> = {
  plain: {},
  quiet: {},
  good: { style: 'good', bleed: true },
  attention: { style: 'warning', bleed: true },
};

const header = (card: Card, { actions }: Texts): Json => ({
  type: 'Container',
  ...BAND[card.tone],
  items: [
    ...(card.kicker === undefined
      ? []
      : [rich([run(shorten(card.kicker, ADAPTIVE_LIMITS.kicker, '…'), { isSubtle: true, size: 'Small' })])]),
    {
      ...heading(card.title, ADAPTIVE_LIMITS.title, actions.shortened, card.tone === 'quiet' ? 'quiet' : 'title'),
      ...(card.kicker === undefined ? {} : { spacing: 'None' }),
    },
  ],
});
