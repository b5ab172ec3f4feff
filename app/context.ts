import type { Logger } from 'pino';
import type { Database } from '../adapters/store/collection.ts';
import { createRoster } from '../bot/cases/roster.ts';
import type { Deps } from '../bot/deps.ts';
import { createWorkingTime } from '../bot/time/working-time.ts';
import type { Content } from './content/load-content.ts';
import type { FaultLog } from './fault-log.ts';
import { keepingPorts } from './keeping-ports.ts';
import type { Metrics } from './metrics/create-metrics.ts';
import type { Store } from './open-store.ts';
import type { Config } from './settings/config.ts';
import type { StoreWatch } from './store-watch.ts';

/** Everything a running Sammen is made of, except its platforms and web server. */
export type AppContext = {
  config: Config;
  content: Content;
  database: Database;
  store: Store;
  deps: Deps;
  log: Logger;
  faults: FaultLog;
  metrics: Metrics;
  storeWatch: StoreWatch;
};

/** The bot's dependencies: the store's ports, the content, and what was made at start-up. */
export const depsOf = (
  { organisation, warningWords, publicNumbers, nudges, teamQuestions, fieldOf }: Content,
  store: Store,
  made: Pick<
    Deps,
    | 'leftovers'
    | 'examplesOfCase'
    | 'accounts'
    | 'links'
    | 'pseudonyms'
    | 'noise'
    | 'codes'
    | 'chatAccounts'
    | 'ownChats'
    | 'clock'
    | 'platforms'
    | 'classify'
    | 'classifyWithHelp'
    | 'usesEmbeddings'
    | 'townFeed'
    | 'storySearch'
  >,
): Deps => ({
  ...made,
  ...keepingPorts(store),
  drafts: store.drafts,
  casesWithWords: store.cases,
  storyOfCase: store.stories,
  draftsOfCase: store.drafts,
  people: store.people,
  roster: createRoster(store),
  receipts: store.receipts,
  facts: store.facts,
  rollups: store.rollups,
  adminLog: store.adminLog,
  erasures: store.erasures,
  closedDays: store.closedDays,
  seal: store.seal,
  stuckMessages: store.stuckMessages,
  runOutcomes: store.deliveries,
  undelivered: store.deliveries,
  sentMessages: store.deliveries,
  livingCardsOfPerson: store.posts,
  linkRequests: store.linkRequests,
  nudges: store.nudges,
  readers: store.readers,
  runs: store.runs,
  teamChannels: store.teamChannels,
  townCalendar: store.townCalendar,
  time: createWorkingTime(organisation, store.closedDays),
  organisation,
  warningWords,
  publicNumbers,
  library: nudges,
  teamQuestions,
  fieldOf,
});
