import { personId } from '../../bot/ids.ts';
import type { People } from '../../bot/people/port.ts';
import type { Language } from '../../bot/words.ts';
import { fieldId, formToOpen, readMenuValue, verbOf } from '../../cards/block-kit/ids.ts';
import {
  renderSlackMessage,
  renderSlackModal,
  renderSureModal,
  type SlackBlock,
  type SlackModal,
} from '../../cards/block-kit.ts';
import { chooseIn, choosing } from '../../cards/fields.ts';
import type { Card, Form } from '../../cards/model.ts';
import { BadRequest, json, type Route } from '../web/route.ts';
import type { Chat } from './chat.ts';

/** A message as Slack gets it, for the page that shows it next to the one in Teams. */

type SlackForm = {
  text: string;
  blocks: SlackBlock[];
  /** The modal that a button opens, by its `action_id`, or a line of the "…" menu, by its value. */
  windows: Record<string, SlackModal>;
  /** The windows that change with a choice, by the same name: the field that chooses, and the window of each option. */
  redrawn: Record<string, Redrawn>;
};

type Redrawn = { field: string; windows: Record<string, SlackModal> };

/** What `redrawForm` would draw for each option. */
const redrawnBy = (card: Card, form: Form, language: Language): Redrawn | null => {
  const choose = chooseIn(form);
  if (choose === null) return null;
  const windows = choose.options.map(({ value }) => [
    value,
    renderSlackModal(card, choosing(form, value), language, ''),
  ]);
  return { field: fieldId(form.verb, choose.field), windows: Object.fromEntries(windows) };
};

const slackForm = (card: Card, language: Language): SlackForm => {
  const { text, blocks } = renderSlackMessage(card, language);
  const fields = Object.fromEntries(blocks.flatMap((block) => (block.type === 'input' ? [[block.block_id, {}]] : [])));
  const redrawn: Record<string, Redrawn> = {};
  const windowOf = (name: string, verb: string, data: string): [string, SlackModal][] => {
    const form = formToOpen(card.actions, verb, JSON.parse(data), fields);
    const changes = form === null ? null : redrawnBy(card, form, language);
    if (changes !== null) redrawn[name] = changes;
    return form === null ? [] : [[name, renderSlackModal(card, form, language, '')]];
  };
  const windows = blocks
    .flatMap((block) =>
      block.type === 'actions' ? block.elements : 'accessory' in block && block.accessory ? [block.accessory] : [],
    )
    .flatMap((pressed) =>
      pressed.type === 'button'
        ? windowOf(pressed.action_id, verbOf(pressed.action_id), pressed.value)
        : pressed.options.flatMap(({ value, text: { text: label } }) => {
            const line = readMenuValue(value);
            if (line === null) return [];
            const { verb, data, asks } = line;
            return asks ? [[value, renderSureModal({ verb, label }, language, '')]] : windowOf(value, verb, data);
          }),
    );
  return { text, blocks, windows: Object.fromEntries(windows), redrawn };
};

/** `GET /sandbox/slack?person=…&message=…`: the message as Slack gets it, with its modals. */
export const slackPreviewRoute = ({ chat, people }: { chat: Chat; people: People }): Route => ({
  method: 'get',
  path: '/sandbox/slack',
  handle: async ({ query }) => {
    const asked = (field: string): string => {
      const value = query.get(field) ?? '';
      if (value === '') throw new BadRequest(400, `${field}: missing`);
      return value;
    };
    const person = await people.get(personId(asked('person')));
    const message = await chat.get(asked('message'));
    if (person === null || message === null || message.person !== person._id || message.neutral === null)
      throw new BadRequest(404, 'no such message');
    return json(200, slackForm(JSON.parse(message.neutral) as Card, person.language));
  },
});
