import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Database } from '../adapters/store/collection.ts';
import { takeEntries } from '../adapters/store/embedded/access-inbox.ts';
import { keptValue } from '../adapters/store/kept-values.ts';
import { createTownFeed } from '../adapters/town-calendar/create-town-feed.ts';
import { countAnsweredRequests } from '../adapters/web/answered-requests.ts';
import { calendarLink } from '../adapters/web/calendar.ts';
import { createCodes } from '../adapters/web/codes.ts';
import { ownDataLink } from '../adapters/web/own-data/link.ts';
import { reportLink } from '../adapters/web/report/access.ts';
import { createWebServer } from '../adapters/web/server.ts';
import { setUpLink } from '../adapters/web/setup/set-up-routes.ts';
import { createSigner } from '../adapters/web/signed.ts';
import { hasReachableAgent } from '../bot/admin/warn-of-no-agents.ts';
import { createNoise } from '../bot/adoption/noise.ts';
import { createPseudonyms } from '../bot/adoption/pseudonym.ts';
import { createBot } from '../bot/conversation/bot.ts';
import type { Deps, Links } from '../bot/deps.ts';
import { findWarning } from '../bot/privacy/warnings.ts';
import { runJob } from '../jobs/jobs.ts';
import { JOB_NAMES } from '../jobs/names.ts';
import { everyMinute } from '../jobs/schedule.ts';
import { isOfPlatform } from '../outbox/delivery-error.ts';
import { createClassifiers } from './classifiers.ts';
import { CONTENT_FOLDER } from './content/content-reader.ts';
import { createExamplesOfCase } from './content/examples-of-case.ts';
import { type Content, loadContent } from './content/load-content.ts';
import { type AppContext, depsOf } from './context.ts';
import { createFaultLog } from './fault-log.ts';
import { maintainPeople } from './maintain-people.ts';
import { createMetrics } from './metrics/create-metrics.ts';
import { openDatabase } from './open-database.ts';
import { openStore } from './open-store.ts';
import { openStorySearch } from './open-story-search.ts';
import { createAccountLookup } from './platforms/account-lookup.ts';
import { chatAccountsIn } from './platforms/chat-accounts.ts';
import { ownChatsIn } from './platforms/own-chats.ts';
import { openPlatforms, plugIn } from './platforms/platforms.ts';
import { routesOf } from './routes.ts';
import { flushed, senderOf } from './sending.ts';
import { sendingState } from './sending-state.ts';
import type { Config } from './settings/config.ts';
import { createStoreWatch } from './store-watch.ts';
import { tick } from './tick.ts';

export type Running = {
  url: string;
  /** Resolves when a newer version takes the store over: this process must stop, or is refused everything. */
  overtaken: Promise<void>;
  stop(): Promise<void>;
};

/** How long a closing process still answers, so that a load balancer can turn away from it. The sandbox has none. */
const CLOSING_GRACE_MS = 1_000;

/** Fills the store before anybody is heard. */
type Fill = (context: AppContext) => Promise<void>;

/** Builds all parts of Sammen and starts them. @throws ConfigurationError, or the store's error when it cannot open */
export const startSammen = async (
  config: Config,
  log: Logger,
  fill: Fill = async () => undefined,
): Promise<Running> => {
  const content = loadContent(config);
  for (const warning of content.warnings) log.warn(warning);
  learnAtStart(content, log);
  const database = await openDatabase(config, (warning) => log.warn(warning));
  try {
    return await open(config, content, database, log, fill);
  } catch (error) {
    await database.close();
    throw error;
  }
};

/** Words that a municipality changed are learned from anew, before anybody waits for it. */
const learnAtStart = ({ warningWords }: Content, log: Logger): void => {
  if (warningWords.model !== undefined) return;
  findWarning('', [], warningWords);
  log.info(
    'the words or examples of the warnings were changed, and were learned from anew. "npm run learn:warnings" keeps what was learned, so that the next start is a second shorter.',
  );
};

/** So does what routing learns from, and a municipality's own examples are added to it. */
const learnRoutingAtStart = (
  { routingModel, ownExamples }: Content,
  { classify }: Pick<Deps, 'classify'>,
  log: Logger,
): void => {
  if (routingModel !== null && ownExamples.length === 0) return;
  classify('');
  if (routingModel === null)
    log.info(
      'the words or dilemmas of routing were changed, and were learned from anew. "npm run train" keeps what was learned, so that the next start is some seconds shorter.',
    );
};

const open = async (
  config: Config,
  content: Content,
  database: Database,
  log: Logger,
  fill: Fill,
): Promise<Running> => {
  const { closedDays } = content.organisation;
  const store = await openStore(database, config.sandbox ? 'sandbox' : 'real', closedDays, config);
  const kept = (name: string) => keptValue(database, name, () => randomBytes(32).toString('base64url'));
  const secret = config.secret ?? (await kept('secret'));
  const anonymityKey = config.anonymityKey ?? (await kept('anonymity-key'));
  const signer = createSigner(secret, config.secretPrevious === null ? [] : [config.secretPrevious]);
  let url = config.publicUrl ?? '';
  const links: Links = {
    calendar: calendarLink(signer, () => url),
    report: reportLink(signer, () => url),
    ownData: ownDataLink(signer, () => url),
    setUp: (admin) => (config.sandbox ? null : setUpLink(signer, url, admin)),
  };
  const platforms = await openPlatforms(config.platforms, { content, database, store });
  const [clock] = [...platforms.values()].flatMap((platform) => platform.clock ?? []);
  const metrics = createMetrics([...platforms.keys()], { ofProcess: config.metricsToken !== null });
  const storeWatch = createStoreWatch(database, log);
  const faults = createFaultLog(log, { storeWatch, metrics });
  const accounts = createAccountLookup(store.people, (error) => {
    if (!storeWatch.hasLogged(error)) log.warn({ err: error }, 'a platform did not say who somebody is now');
  });
  const deps = depsOf(content, store, {
    accounts,
    leftovers: database,
    examplesOfCase: createExamplesOfCase(config, CONTENT_FOLDER, anonymityKey),
    links,
    pseudonyms: createPseudonyms(anonymityKey),
    noise: createNoise(anonymityKey),
    codes: createCodes(secret),
    chatAccounts: chatAccountsIn(database),
    ownChats: await ownChatsIn(database, config.sandbox),
    clock: clock ?? (() => new Date()),
    platforms: [...platforms.keys()],
    townFeed: config.calendar === null ? null : createTownFeed(config.calendar, content.organisation.timeZone, log),
    ...createClassifiers(content, config, log),
    storySearch: openStorySearch(content, store),
  });
  learnRoutingAtStart(content, deps, log);
  const context: AppContext = { config, content, database, store, deps, log, faults, metrics, storeWatch };
  // Before anybody is heard or written to: whoever was erased after a backup is not known for a minute, either.
  if (await store.erasures.areToRepeat()) await runJob('forget', deps);
  await fill(context);
  const bot = createBot(deps);
  const pluggedIn = await plugIn(platforms, context, {
    bot,
    jobs: { names: JOB_NAMES, run: (name) => runJob(name, deps, 'hand') },
    flush: () => flushed(context, sender),
    drain: () => sender.drain(),
  });
  accounts.connect(pluggedIn);
  const sender = senderOf(context, new Map([...pluggedIn].map(([platform, { channel }]) => [platform, channel])));

  if (config.mongodbUri === null) await store.deliveries.freeAll();
  const stopPlatforms = () => Promise.all([...pluggedIn.values()].map((platform) => platform.stop()));
  await Promise.all([...pluggedIn.values()].map((platform) => platform.start())).catch(async (refusal) => {
    await stopPlatforms();
    throw refusal;
  });
  const people = await maintainPeople(store, config.admins, { log, faults }, deps.clock);
  if (!(await hasReachableAgent(deps)))
    log.warn(
      'there is no sparring agent whom Sammen can write to, so no dilemma can be answered. Give somebody the role, and let them open Sammen once.',
    );
  const readSending = () => sendingState(store, pluggedIn, deps.clock);
  const routes = routesOf(context, pluggedIn, { signer, secret, url: () => url, readSending });
  const server = createWebServer({
    routes,
    hosts: config.sandbox ? new Set(['localhost', '127.0.0.1']) : null,
    publicUrl: () => url,
    answered: countAnsweredRequests(metrics.answered),
    isOurs: (error) => !isOfPlatform(error),
    onFault: (error) => faults.note('request', 'a request failed', error),
  });
  const port = await server.listen(config.port, config.host).catch(async (refusal) => {
    people.stop();
    await stopPlatforms();
    throw refusal;
  });
  url ||= `http://localhost:${port}`;
  sender.start();
  storeWatch.start();
  deps.storySearch
    .warm()
    .catch((error) => faults.note('job', 'the stories could not be read; the next search reads them', error));
  const takeOver = async (): Promise<void> => {
    if (config.mongodbUri !== null) return;
    await takeEntries(config.dataDir, store.adminLog).catch((error) =>
      faults.note('job', 'the log of access could not be taken over', error),
    );
  };
  await takeOver();
  const ticks = everyMinute(async () => {
    await takeOver();
    await tick(context, sender);
  });
  return {
    url: config.sandbox ? `http://localhost:${port}/` : url,
    overtaken: new Promise((resolve) => database.members.onOvertaken(resolve)),
    stop: async () => {
      await server.close(config.sandbox ? undefined : sleep(CLOSING_GRACE_MS));
      await stopPlatforms();
      await ticks.stop();
      await sender.stop();
      people.stop();
      faults.stop();
      storeWatch.stop();
      await database.close();
    },
  };
};
