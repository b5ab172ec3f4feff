import type { Card, Node } from '../model.ts';
import { type Buttons, button, presses } from './actions.ts';
import type { RichElement, SlackBlock } from './blocks.ts';
import { inputs } from './inputs.ts';
import { SLACK_LIMITS, type Tightness } from './limits.ts';
import { context, link, plain, plainLine, quotation, rich, run, runLine, section, words } from './text.ts';

/** `withFields`: questions show their own field; without it, their answers are sent alone. */
export type Drawing = Buttons & { tight: Tightness; withFields: boolean };

/** Renders a card's kicker and title. */
export const header = (card: Card, { texts }: Drawing): SlackBlock[] => {
  const mark = texts.actions.shortened;
  return [
    ...context(card.kicker ?? '', SLACK_LIMITS.header, mark),
    card.tone === 'quiet'
      ? { type: 'rich_text', elements: [section(runLine(card.title, SLACK_LIMITS.header, mark, { bold: true }))] }
      : { type: 'header', text: plainLine(card.title, SLACK_LIMITS.header, mark) },
  ];
};

/** Renders the nodes of a card's body. */
export const nodes = (card: Card, drawing: Drawing): SlackBlock[] =>
  newestQuotes(card.body, drawing).flatMap((node) => nodeBlocks(node, drawing));

/** Leaves out the oldest quotes of a long conversation. */
const newestQuotes = (body: Node[], { tight, texts }: Drawing): Node[] => {
  const tooMany = body.filter(({ kind }) => kind === 'quote').length - tight.quotes;
  if (tooMany <= 0) return body;
  const note: Node = { kind: 'text', style: 'subtle', text: texts.actions.andMore(tooMany) };
  let seen = 0;
  const kept = body.filter((node) => {
    if (node.kind === 'quote') seen += 1;
    // A link follows the quote it belongs to, and is left out with it.
    const ofQuote = node.kind === 'quote' || (node.kind === 'link' && seen > 0);
    return !ofQuote || seen > tooMany;
  });
  const first = kept.findIndex(({ kind }) => kind === 'quote');
  return [...kept.slice(0, first), note, ...kept.slice(first)];
};

export const quote = (
  { who, when, text }: Extract<Node, { kind: 'quote' }>,
  limit: number,
  mark: string,
): SlackBlock[] =>
  rich(
    section([...runLine(who, SLACK_LIMITS.header, mark, { bold: true }), ...(when === '' ? [] : run(` · ${when}`))]),
    quotation(words(text, limit, mark)),
  );

const nodeBlocks = (node: Node, drawing: Drawing): SlackBlock[] => {
  const { texts, tight } = drawing;
  const mark = texts.actions.shortened;
  switch (node.kind) {
    case 'text':
      return textBlocks(node, tight, mark);
    case 'quote':
      return quote(node, tight.quote, mark);
    case 'folded':
      return [
        ...context(node.label, SLACK_LIMITS.header, mark),
        ...node.quotes.flatMap((one) => quote(one, tight.quote, mark)),
      ];
    case 'warning':
      return rich(
        section([
          ...run(`${texts.blocks.warning} `, { bold: true }),
          ...words(node.text, tight.text, mark),
          ...(node.link === undefined ? [] : [...run('\n'), ...link(node.link, mark)]),
        ]),
      );
    case 'facts':
      return rich(section(node.facts.flatMap((fact, index) => factRun(fact, index === 0 ? '' : '\n', tight, mark))));
    case 'list':
      return listBlocks(node, drawing);
    case 'link':
      return rich(section(link(node.link, mark)));
    case 'question':
      return [
        { type: 'divider' },
        ...rich(section(words(node.text, tight.text, mark))),
        ...lineOf(node, drawing),
        ...presses(node.presses, drawing),
      ];
  }
};

const lineOf = (
  { presses: [press], line }: Extract<Node, { kind: 'question' }>,
  { texts, withFields }: Drawing,
): SlackBlock[] =>
  press === undefined || line === undefined || !withFields ? [] : inputs({ verb: press.verb, inputs: [line] }, texts);

const factRun = (
  { label, value }: { label: string; value: string },
  before: string,
  tight: Tightness,
  mark: string,
): RichElement[] => [...run(before), ...run(`${label}: `, { bold: true }), ...runLine(value, tight.text, mark)];

const textBlocks = ({ text, style }: Extract<Node, { kind: 'text' }>, tight: Tightness, mark: string): SlackBlock[] => {
  switch (style) {
    case 'heading':
      return [{ type: 'header', text: plainLine(text, SLACK_LIMITS.header, mark) }];
    case 'lead':
      return rich(section(words(text, tight.text, mark, { bold: true })));
    case 'subtle':
      return context(text, tight.text, mark);
    case 'body':
      return rich(section(words(text, tight.text, mark)));
  }
};

type Item = Extract<Node, { kind: 'list' }>['items'][number];

const listBlocks = ({ items }: Extract<Node, { kind: 'list' }>, drawing: Drawing): SlackBlock[] => {
  const { tight, texts } = drawing;
  const mark = texts.actions.shortened;
  const shown = items.slice(0, tight.items);
  const left = items.length - shown.length;
  const withoutPress = shown.every(({ action }) => action === undefined);
  return [
    ...(withoutPress
      ? rich(section(shown.flatMap((item, index) => itemRun(item, index === 0 ? '' : '\n\n', tight, mark))))
      : shown.flatMap((item) => itemBlocks(item, drawing))),
    ...(left === 0 ? [] : context(texts.actions.andMore(left), tight.text, mark)),
  ];
};

const itemRun = ({ title, text }: Item, before: string, tight: Tightness, mark: string): RichElement[] => [
  ...run(before),
  ...runLine(title, SLACK_LIMITS.header, mark, { bold: true }),
  ...(text === '' ? [] : [...run('\n'), ...words(text, tight.text, mark)]),
];

/** A section with a button takes only plain text, or mrkdwn, which would parse what people typed. */
const itemBlocks = (item: Item, drawing: Drawing): SlackBlock[] => {
  const { tight, texts } = drawing;
  const mark = texts.actions.shortened;
  if (item.action === undefined) return rich(section(itemRun(item, '', tight, mark)));
  const title = plainLine(item.title, SLACK_LIMITS.header, mark).text;
  const room = SLACK_LIMITS.text - title.length - 1;
  const text = item.text === '' ? title : `${title}\n${plain(item.text, Math.min(tight.text, room), mark).text}`;
  return [{ type: 'section', text: plain(text, SLACK_LIMITS.text, mark), accessory: button(item.action, drawing) }];
};
