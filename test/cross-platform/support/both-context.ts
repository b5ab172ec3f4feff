import assert from 'node:assert/strict';
import { openChats } from '../../../adapters/slack/chats.ts';
import { createSlackAdapter } from '../../../adapters/slack/create-slack-adapter.ts';
import { openNetwork } from '../../../adapters/teams/botbuilder/open-network.ts';
import { createTeamsAdapter } from '../../../adapters/teams/create-teams-adapter.ts';
import { openReferences } from '../../../adapters/teams/references.ts';
import { createWebServer } from '../../../adapters/web/server.ts';
import { createMessageSender } from '../../../app/delivery/create-message-sender.ts';
import { noticesOn } from '../../../app/delivery/notices-on.ts';
import { presentCard } from '../../../app/delivery/present.ts';
import { stopwatch } from '../../../app/stopwatch.ts';
import { type MetColleague, meetColleague } from '../../../bot/people/meet-colleague.ts';
import type { Person } from '../../../bot/people/person.ts';
import { type AccountNow, updateAccount } from '../../../bot/people/update-account.ts';
import { createCards } from '../../../cards/create-cards.ts';
import { createRateLimit, type RateLimits } from '../../../outbox/rate-limit.ts';
import type { Sender } from '../../../outbox/sender.ts';
import { type FakeSlack, startFakeSlack } from '../../slack/support/fake-slack.ts';
import { SIGNING_SECRET, TOKEN } from '../../slack/support/names.ts';
import { openTestBot, type TestBot } from '../../support/fixtures/bot-on-store.ts';
import { content } from '../../support/fixtures/content.ts';
import { NO_ADMINS } from '../../support/fixtures/recorded.ts';
import { type FakeConnector, startFakeConnector } from '../../teams/support/fake-connector.ts';
import { type Microsoft, startMicrosoft } from '../../teams/support/microsoft.ts';
import { APP_ID, TENANT } from '../../teams/support/names.ts';
import { TestCredentials } from '../../teams/support/teams-server.ts';

export type BothHouse = {
  setup: TestBot;
  connector: FakeConnector;
  microsoft: Microsoft;
  slack: FakeSlack;
  url: string;
  faults: unknown[];
  /** Sends a request, which is signed anew for each try. */
  post(path: string, request: SignedRequest): Promise<{ status: number; text: string }>;
  flush(): Promise<void>;
  /** The runs, too. */
  drain(): Promise<void>;
  close(): Promise<void>;
};

/** What goes over the wire, signed when this is called. */
type SignedRequest = () => { headers: Record<string, string>; body: string };

const TIMEOUT = 10_000;

/** One Sammen on Teams and Slack at once: one server, one store, one sender; both platforms fake and strict. */
export const openBothHouse = async (
  directory: readonly Person[],
  { limits = {}, timeout = TIMEOUT }: { limits?: RateLimits; timeout?: number } = {},
): Promise<BothHouse> => {
  const setup = await openTestBot(directory);
  const [connector, microsoft, slack] = [await startFakeConnector(), await startMicrosoft(), await startFakeSlack()];
  const faults: unknown[] = [];
  const { organisation, principles } = content;
  const { people, posts, paceBook, deliveries, debtors } = setup.store;
  const common = {
    bot: setup.bot,
    people,
    meet: (met: MetColleague) => meetColleague(met, { people, ...NO_ADMINS }),
    update: (known: Person, account: AccountNow) => updateAccount(known, account, people),
    cards: createCards({ timeZone: organisation.timeZone, principles }),
    now: () => new Date(),
    language: 'da' as const,
    send: () => void sender.flush(),
    isTooFast: async () => false,
    onFault: (error: unknown) => void faults.push(error),
  };
  const inTeams = createTeamsAdapter({
    ...common,
    references: await openReferences(setup.database, setup.store.seal),
    appId: APP_ID,
    local: false,
    network: openNetwork({
      credentials: new TestCredentials(),
      openIdMetadata: microsoft.openIdMetadata,
      appId: APP_ID,
      timeout,
    }),
    isOurTenant: async (tenant) => tenant === TENANT,
    present: (id, to, message) =>
      presentCard(id, to, { platform: 'teams', message }, { deps: setup.deps, posts, cards: common.cards }),
  });
  const inSlack = createSlackAdapter({
    ...common,
    timeout,
    settings: { botToken: TOKEN, apiUrl: slack.url, receiver: { kind: 'http', signingSecret: SIGNING_SECRET } },
    context: setup.deps,
    principles,
    chats: await openChats(setup.database, setup.store.seal),
    onAway: common.onFault,
    onBack: () => undefined,
  });
  const channels = {
    teams: noticesOn(inTeams.channel, common.cards),
    slack: noticesOn(inSlack.channel, common.cards),
    sandbox: null,
  };
  const sender: Sender = createMessageSender({
    debtors,
    deliveries,
    holds: setup.store.holds,
    alarm: setup.alarm,
    sending: { deps: setup.deps, posts, channelOn: (platform) => channels[platform] },
    clock: () => setup.now,
    rateLimit: createRateLimit(paceBook, limits, stopwatch),
    onFault: common.onFault,
  });
  await inSlack.open();
  const routes = [inTeams.route, ...(inSlack.route === null ? [] : [inSlack.route])];
  const server = createWebServer({ routes, hosts: null, onFault: common.onFault });
  const url = `http://127.0.0.1:${await server.listen(0, '127.0.0.1')}`;
  return {
    setup,
    connector,
    microsoft,
    slack,
    url,
    faults,
    post: async (path, request) => {
      const response = await fetch(url + path, { method: 'POST', ...request() });
      return { status: response.status, text: await response.text() };
    },
    flush: () => sender.flush(),
    drain: () => sender.drain(),
    close: async () => {
      await server.close();
      await inSlack.close();
      await sender.stop();
      await Promise.all([connector.close(), microsoft.close(), slack.close()]);
      await setup.close();
      assert.deepEqual([...connector.violations, ...slack.violations], []);
    },
  };
};
