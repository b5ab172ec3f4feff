import type { Card, Node, Quote } from '../model.ts';
import type { Texts } from '../texts/texts.ts';
import { openUrl, presses } from './actions.ts';
import { inputs } from './inputs.ts';
import type { Json } from './json.ts';
import { ADAPTIVE_LIMITS, type Tightness } from './limits.ts';
import { heading, oneLine, paragraphs, rich, run } from './text.ts';
import { toggle } from './toggle.ts';

/** Renders the nodes of a card's body. */
export const nodes = (card: Card, tight: Tightness, texts: Texts): Json[] => {
  const shown = newestQuotes(card.body, tight, texts);
  return shown.flatMap((node) => nodeJson(node, tight, texts));
};

/** Leaves out the oldest quotes of a long conversation. */
const newestQuotes = (body: Node[], tight: Tightness, texts: Texts): Node[] => {
  const quotes = body.filter((node) => node.kind === 'quote').length;
  const tooMany = quotes - tight.quotes;
  if (tooMany <= 0) return body;
  const note: Node = { kind: 'text', style: 'subtle', text: texts.actions.andMore(tooMany) };
  let seen = 0;
  const kept = body.filter((node) => {
    if (node.kind === 'quote') seen += 1;
    // A link follows the quote it belongs to, and is left out with it.
    const ofQuote = node.kind === 'quote' || (node.kind === 'link' && seen > 0);
    return !ofQuote || seen > tooMany;
  });
  const first = kept.findIndex((node) => node.kind === 'quote');
  return [...kept.slice(0, first), note, ...kept.slice(first)];
};

const nodeJson = (node: Node, tight: Tightness, texts: Texts): Json[] => {
  const mark = texts.actions.shortened;
  switch (node.kind) {
    case 'text':
      return textJson(node, tight, mark);
    case 'quote':
      return [quoteJson(node, tight, mark)];
    case 'folded':
      return [
        toggle(node.label, FOLDED),
        {
          type: 'Container',
          id: FOLDED,
          isVisible: false,
          items: node.quotes.map((quote) => quoteJson(quote, tight, mark)),
        },
      ];
    case 'warning':
      return [
        {
          type: 'Container',
          style: 'warning',
          items: [...paragraphs(node.text, tight.text, mark), ...(node.link === undefined ? [] : [openUrl(node.link)])],
        },
      ];
    case 'facts':
      return node.facts.map(({ label, value }) =>
        rich([run(`${label}: `, { weight: 'Bolder' }), oneLine(value, tight.text, mark)], 'Small'),
      );
    case 'list':
      return listJson(node, tight, texts);
    case 'link':
      return [openUrl(node.link, node.main)];
    case 'question':
      return [
        {
          type: 'Container',
          separator: true,
          spacing: 'Medium',
          items: [
            ...paragraphs(node.text, tight.text, mark),
            ...lineOf(node, texts),
            ...(node.presses.length === 0 ? [] : [presses(node.presses, node.line !== undefined)]),
          ],
        },
      ];
  }
};

/** The part of a card that holds folded quotes, of which there is at most one. */
const FOLDED = 'folded';

const quoteJson = ({ who, when, text }: Quote, tight: Tightness, mark: string): Json => ({
  type: 'Container',
  style: 'emphasis',
  items: [
    rich([
      oneLine(who, ADAPTIVE_LIMITS.name, mark, { weight: 'Bolder', size: 'Small' }),
      ...(when === '' ? [] : [run(` · ${when}`, { isSubtle: true, size: 'Small' })]),
    ]),
    ...paragraphs(text, tight.quote, mark),
  ],
});

const lineOf = ({ presses: [press], line }: Extract<Node, { kind: 'question' }>, texts: Texts): Json[] =>
  press === undefined || line === undefined ? [] : inputs({ verb: press.verb, inputs: [line] }, false, texts);

const textJson = ({ text, style }: Extract<Node, { kind: 'text' }>, tight: Tightness, mark: string): Json[] => {
  switch (style) {
    case 'heading':
      return [heading(text, tight.text, mark, 'section')];
    case 'lead':
      return paragraphs(text, tight.text, mark, { weight: 'Bolder' });
    case 'subtle':
      return paragraphs(text, tight.text, mark, { isSubtle: true, size: 'Small' });
    case 'body':
      return paragraphs(text, tight.text, mark);
  }
};

const listJson = ({ items }: Extract<Node, { kind: 'list' }>, tight: Tightness, texts: Texts): Json[] => {
  const mark = texts.actions.shortened;
  const shown = items.slice(0, tight.items).map(({ title, text, action }): Json => {
    const words = [
      rich([oneLine(title, ADAPTIVE_LIMITS.name, mark, { weight: 'Bolder' })]),
      ...paragraphs(text, tight.text, mark),
    ];
    if (action === undefined) return { type: 'Container', items: words };
    return {
      type: 'ColumnSet',
      separator: true,
      columns: [
        { type: 'Column', width: 'stretch', items: words },
        { type: 'Column', width: 'auto', verticalContentAlignment: 'Center', items: [presses([action])] },
      ],
    };
  });
  const left = items.length - shown.length;
  return left === 0
    ? shown
    : [...shown, ...paragraphs(texts.actions.andMore(left), tight.text, mark, { isSubtle: true })];
};
