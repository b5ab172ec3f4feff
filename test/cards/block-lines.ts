import type { Language } from '../../bot/words.ts';
import { renderSlackMessage, renderSlackModal, type SlackBlock } from '../../cards/block-kit.ts';
import type { Action, Card, Form } from '../../cards/model.ts';
import { windowsOf } from './support.ts';

/** A Slack message in readable form: one line per block, plain text as its words alone. */

const shortText = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'type' in value && value.type === 'plain_text' && 'text' in value
    ? value.text
    : value;

const line = ({ type, ...rest }: SlackBlock): string =>
  Object.keys(rest).length === 0 ? type : `${type} ${JSON.stringify(rest, shortText)}`;

const isForm = (action: Action): action is Form => action.kind === 'form';

export const messageLines = (card: Card, language: Language): string[] =>
  renderSlackMessage(card, language).blocks.map(line);

/** The modal of each form, without those already in `seen`. */
export const windowLines = (card: Card, language: Language, seen: Set<string>): string[] =>
  card.actions
    .filter(isForm)
    .flatMap(windowsOf)
    .flatMap((form) => {
      const { label, send, inputs, verb } = form;
      const key = JSON.stringify({ label, send, inputs, verb });
      if (seen.has(key)) return [];
      seen.add(key);
      const { blocks, callback_id, title, submit, close } = renderSlackModal(card, form, language, '');
      const frame = { callback_id, title, submit, close };
      return ['', `window ${JSON.stringify(frame, shortText)}`, ...blocks.map((block) => `  ${line(block)}`)];
    });
