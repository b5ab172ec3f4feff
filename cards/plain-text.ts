import type { Language } from '../bot/words.ts';
import { clean } from './clean.ts';
import { fieldsOf } from './fields.ts';
import { sortActions } from './in-front.ts';
import type { Action, Card, Input, Node, Press } from './model.ts';
import { TEXTS } from './texts/texts.ts';

/** Renders the whole message as plain text, for notifications, screen readers and clients that show no cards. */
export const renderPlainText = (card: Card, language: Language): string => {
  const { youCan } = TEXTS[language].actions;
  const likely = [...card.body.flatMap(pressesIn), ...sortActions(card.actions).front];
  const labels = likely.map(({ label }) => label);
  const paragraphs = [
    [card.kicker ?? '', card.title].filter((line) => line !== '').join('\n'),
    ...card.body.map(nodeText),
    ...card.actions.map(filled),
    labels.length === 0 ? '' : `${youCan}: ${[...new Set(labels)].join(' · ')}`,
  ];
  return clean(paragraphs.filter((paragraph) => paragraph !== '').join('\n\n'));
};

/** The open fields of a card, with their values. */
const filled = (action: Action): string =>
  action.kind === 'form' && action.open === true
    ? [action.intro ?? '', ...fieldsOf(action).map(fieldText), action.outro ?? '']
        .filter((line) => line !== '')
        .join('\n')
    : '';

const fieldText = (input: Input): string => {
  const value = valueText(input);
  if (value === '') return '';
  return input.label.endsWith('?') ? `${input.label} ${value}` : `${input.label}: ${value}`;
};

const valueText = (input: Input): string => {
  switch (input.kind) {
    case 'choice':
      return input.options.find(({ value }) => value === input.value)?.label ?? '';
    case 'choices':
      return input.options
        .filter(({ value }) => input.values.includes(value))
        .map(({ label }) => label)
        .join(', ');
    case 'toggle':
    case 'colleague':
    case 'date':
      // A date's value is written for machines.
      return '';
    default:
      return input.value ?? '';
  }
};

const pressesIn = (node: Node): (Press | Action)[] => {
  if (node.kind === 'question') return node.presses;
  return node.kind === 'list' ? node.items.flatMap(({ action }) => (action === undefined ? [] : [action])) : [];
};

const nodeText = (node: Node): string => {
  switch (node.kind) {
    case 'text':
    case 'question':
      return node.text;
    case 'quote':
      return `${node.when === '' ? node.who : `${node.who}, ${node.when}`}:\n${node.text}`;
    case 'folded':
      return [`${node.label}:`, ...node.quotes.map(nodeText)].join('\n\n');
    case 'warning':
      return node.link === undefined ? node.text : `${node.text}\n${node.link.label}: ${node.link.url}`;
    case 'facts':
      return node.facts.map(({ label, value }) => `${label}: ${value}`).join('\n');
    case 'list':
      return node.items.map(({ title, text }) => `${title}\n${text}`).join('\n\n');
    case 'link':
      // On its own line, so that a client that turns addresses into links includes nothing else.
      return `${node.link.label}:\n${node.link.url}`;
  }
};
