import { openChats } from '../adapters/slack/chats.ts';
import { createSlackAdapter, type SlackAdapter, type SlackSettings } from '../adapters/slack/create-slack-adapter.ts';
import type { Bot } from '../bot/bot.ts';
import { meetColleague } from '../bot/people/meet-colleague.ts';
import { createCards } from '../cards/create-cards.ts';
import type { House } from './house.ts';

/** Less than the 15 s of a delivery's lease. */
const TIMEOUT = 10_000;

/** Slack as it is configured, let in by Slack and not yet listening. @throws SlackNotOpened */
export const openSlack = async (
  settings: SlackSettings,
  { config, content, database, store, needs, log }: House,
  bot: Bot,
  flush: () => Promise<void>,
): Promise<SlackAdapter> => {
  const { organisation, principles } = content;
  return createSlackAdapter({
    settings,
    bot,
    house: needs,
    people: store.people,
    meet: (met) => meetColleague(met, { people: store.people, admins: config.admins }),
    cards: createCards({ timeZone: organisation.timeZone, principles }),
    principles,
    chats: await openChats(database),
    now: () => new Date(),
    language: organisation.language,
    timeout: TIMEOUT,
    send: () => void flush(),
    onFault: (error) => log.warn({ err: error }, 'a turn in Slack had a fault'),
    onBarred: (error) => log.error({ err: error }, 'SLACK HAS SHUT SAMMEN OUT; its messages wait'),
  });
};
