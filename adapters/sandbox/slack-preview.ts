import { personId } from '../../bot/ids.ts';
import type { People } from '../../bot/people/port.ts';
import type { Language } from '../../bot/words.ts';
import { formToOpen, verbOf } from '../../cards/block-kit/ids.ts';
import { renderSlackMessage, renderSlackModal, type SlackBlock, type SlackModal } from '../../cards/block-kit.ts';
import type { Card } from '../../cards/model.ts';
import { BadRequest, json, type Route } from '../web/route.ts';
import type { Chat } from './chat.ts';

/** A message as Slack gets it, for the page that shows it next to the one in Teams. */

type SlackForm = {
  text: string;
  blocks: SlackBlock[];
  /** The modal that a button opens, by the button's `action_id`. */
  windows: Record<string, SlackModal>;
};

const slackForm = (card: Card, language: Language): SlackForm => {
  const { text, blocks } = renderSlackMessage(card, language);
  const fields = Object.fromEntries(blocks.flatMap((block) => (block.type === 'input' ? [[block.block_id, {}]] : [])));
  const buttons = blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []));
  const windows = buttons.flatMap(({ action_id, value }) => {
    const form = formToOpen(card.actions, verbOf(action_id), JSON.parse(value), fields);
    return form === null ? [] : [[action_id, renderSlackModal(card, form, language, '')] as const];
  });
  return { text, blocks, windows: Object.fromEntries(windows) };
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
