import { openChats } from '../../../adapters/slack/chats.ts';
import { createSlackAdapter, type SlackAdapter } from '../../../adapters/slack/create-slack-adapter.ts';
import type { EventReceiver } from '../../../adapters/slack/receivers.ts';
import { createWebServer } from '../../../adapters/web/server.ts';
import { createMessageSender } from '../../../app/delivery/create-message-sender.ts';
import { noticesOn } from '../../../app/delivery/notices-on.ts';
import { stopwatch } from '../../../app/stopwatch.ts';
import type { PersonId } from '../../../bot/ids.ts';
import { meetColleague } from '../../../bot/people/meet-colleague.ts';
import { updateAccount } from '../../../bot/people/update-account.ts';
import { createCards } from '../../../cards/create-cards.ts';
import { createRateLimit } from '../../../outbox/rate-limit.ts';
import type { Sender } from '../../../outbox/sender.ts';
import type { TestBot } from '../../support/fixtures/bot-on-store.ts';
import { content } from '../../support/fixtures/content.ts';
import { NO_ADMINS } from '../../support/fixtures/recorded.ts';
import { SIGNING_SECRET, TOKEN } from './names.ts';

export type SlackServer = { url: string; sender: Sender; adapter: SlackAdapter; stop(): Promise<void> };

export type SlackServerDeps = {
  apiUrl: string;
  onFault(error: unknown): void;
  timeout?: number;
  door?: EventReceiver;
  isTooFast?: (person: PersonId) => Promise<boolean>;
};

/** Sammen's own server with the Slack adapter, on a test bot. */
export const openSlackServer = async (
  setup: TestBot,
  { apiUrl, onFault, timeout = 10_000, door, isTooFast = async () => false }: SlackServerDeps,
): Promise<SlackServer> => {
  const { organisation, principles } = content;
  const { people, posts, paceBook, deliveries, debtors } = setup.store;
  const cards = createCards({ timeZone: organisation.timeZone, principles });
  const adapter = createSlackAdapter({
    settings: { botToken: TOKEN, apiUrl, receiver: door ?? { kind: 'http', signingSecret: SIGNING_SECRET } },
    bot: setup.bot,
    context: setup.deps,
    people,
    meet: (met) => meetColleague(met, { people, ...NO_ADMINS }),
    update: (known, account) => updateAccount(known, account, people),
    cards,
    principles,
    chats: await openChats(setup.database, setup.store.seal),
    now: () => new Date(),
    language: 'da',
    timeout,
    send: () => void sender.flush(),
    isTooFast,
    onFault,
    onAway: onFault,
    onBack: () => undefined,
  });
  const channel = noticesOn(adapter.channel, cards);
  const sender = createMessageSender({
    debtors,
    deliveries,
    holds: setup.store.holds,
    alarm: setup.alarm,
    sending: { deps: setup.deps, posts, channelOn: (platform) => (platform === 'slack' ? channel : null) },
    rateLimit: createRateLimit(paceBook, {}, stopwatch),
    clock: () => setup.now,
    onFault,
  });
  await adapter.open();
  const server = createWebServer({ routes: adapter.route === null ? [] : [adapter.route], hosts: null, onFault });
  return {
    url: `http://127.0.0.1:${await server.listen(0, '127.0.0.1')}`,
    sender,
    adapter,
    stop: async () => {
      await server.close();
      await adapter.close();
      await sender.stop();
    },
  };
};
