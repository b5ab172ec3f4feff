import { PasswordServiceClientCredentialFactory, type ServiceClientCredentialsFactory } from 'botframework-connector';
import { openNetwork } from '../../../adapters/teams/botbuilder/open-network.ts';
import { createTeamsAdapter } from '../../../adapters/teams/create-teams-adapter.ts';
import { openReferences } from '../../../adapters/teams/references.ts';
import { createWebServer } from '../../../adapters/web/server.ts';
import { createMessageSender } from '../../../app/delivery/create-message-sender.ts';
import { noticesOn } from '../../../app/delivery/notices-on.ts';
import { presentCard } from '../../../app/delivery/present.ts';
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
import { APP_ID, TENANT } from './names.ts';

/** App credentials that check incoming tokens and sign outgoing calls without Microsoft. */
export class TestCredentials extends PasswordServiceClientCredentialFactory {
  constructor() {
    super(APP_ID, 'secret', TENANT);
  }

  override async createCredentials(): ReturnType<ServiceClientCredentialsFactory['createCredentials']> {
    return {
      signRequest: async (request) => {
        request.headers.set('authorization', 'Bearer ours');
        return request;
      },
    };
  }
}

type TeamsServerOptions = { timeout?: number | undefined; isTooFast?: (person: PersonId) => Promise<boolean> };

export type TeamsServer = { url: string; sender: Sender; stop(): Promise<void> };

/** Sammen's own server with the Teams adapter, on a test bot. */
export const openTeamsServer = async (
  setup: TestBot,
  openIdMetadata: string,
  onFault: (error: unknown) => void,
  { timeout = 10_000, isTooFast = async () => false }: TeamsServerOptions = {},
): Promise<TeamsServer> => {
  const { organisation, principles } = content;
  const { people, posts, paceBook, deliveries, debtors } = setup.store;
  const cards = createCards({ timeZone: organisation.timeZone, principles });
  const adapter = createTeamsAdapter({
    bot: setup.bot,
    people,
    meet: (met) => meetColleague(met, { people, ...NO_ADMINS }),
    update: (known, account) => updateAccount(known, account, people),
    cards,
    references: await openReferences(setup.database, setup.store.seal),
    now: () => new Date(),
    language: 'da',
    appId: APP_ID,
    local: false,
    network: openNetwork({ credentials: new TestCredentials(), openIdMetadata, appId: APP_ID, timeout }),
    isOurTenant: async (tenant) => tenant === TENANT,
    present: (id, to, message) =>
      presentCard(id, to, { platform: 'teams', message }, { deps: setup.deps, posts, cards }),
    send: () => void sender.flush(),
    isTooFast,
    onFault,
  });
  const channel = noticesOn(adapter.channel, cards);
  const sender = createMessageSender({
    debtors,
    deliveries,
    holds: setup.store.holds,
    alarm: setup.alarm,
    sending: { deps: setup.deps, posts, channelOn: (platform) => (platform === 'teams' ? channel : null) },
    rateLimit: createRateLimit(paceBook, {}, stopwatch),
    clock: () => setup.now,
    onFault,
  });
  const server = createWebServer({ routes: [adapter.route], hosts: null, onFault });
  return {
    url: `http://127.0.0.1:${await server.listen(0, '127.0.0.1')}`,
    sender,
    stop: async () => {
      await server.close();
      await sender.stop();
    },
  };
};
