import type { Card, Node } from '../model.ts';
import type { Texts } from '../texts/texts.ts';
import { openUrl, presses } from './actions.ts';
import type { Json } from './json.ts';
import type { Tightness } from './limits.ts';
import { heading, paragraphs, rich, run } from './text.ts';

/** The body of a card, node for node. */
export const nodes = (card: Card, tight: Tightness, texts: Texts): Json[] => {
  const shown = newestQuotes(card.body, tight, texts);
  return shown.flatMap((node) => nodeJson(node, tight, texts));
};

/** A long conversation gives up its oldest words first. */
const newestQuotes = (body: Node[], tight: Tightness, texts: Texts): Node[] => {
  const quotes = body.filter((node) => node.kind === 'quote').length;
  let tooMany = Math.max(0, quotes - tight.quotes);
  if (tooMany === 0) return body;
  const note: Node = { kind: 'text', style: 'subtle', text: texts.actions.andMore(tooMany) };
  const kept = body.filter((node) => node.kind !== 'quote' || tooMany-- <= 0);
  const first = kept.findIndex((node) => node.kind === 'quote');
  return [...kept.slice(0, first), note, ...kept.slice(first)];
};

const nodeJson = (node: Node, tight: Tightness, texts: Texts): Json[] => {
  const mark = texts.actions.shortened;
  switch (node.kind) {
    case 'text':
      return textJson(node, tight, mark);
    case 'quote':
      return [
        {
          type: 'Container',
          style: 'emphasis',
          items: [
            rich([
              run(node.who, { weight: 'Bolder', size: 'Small' }),
              ...(node.when === '' ? [] : [run(` · ${node.when}`, { isSubtle: true, size: 'Small' })]),
            ]),
            ...paragraphs(node.text, tight.quote, mark),
          ],
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
        rich([run(`${label}: `, { weight: 'Bolder' }), ...factValue(value, tight, mark)], 'Small'),
      );
    case 'list':
      return listJson(node, tight, texts);
    case 'link':
      return [openUrl(node.link)];
    case 'question':
      return [
        {
          type: 'Container',
          separator: true,
          items: [
            ...paragraphs(node.text, tight.text, mark),
            ...(node.presses.length === 0 ? [] : [presses(node.presses)]),
          ],
        },
      ];
  }
};

const factValue = (value: string, tight: Tightness, mark: string): Json[] => {
  const [only] = paragraphs(value.replace(/\s+/gu, ' '), tight.text, mark);
  return only === undefined ? [] : [run(String((only.inlines as Json[])[0]?.text ?? ''))];
};

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
    const words = [rich([run(title, { weight: 'Bolder' })]), ...paragraphs(text, tight.text, mark)];
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
