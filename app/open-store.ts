import { openAdminLog } from '../adapters/store/admin-log.ts';
import { openBacklogs } from '../adapters/store/backlogs.ts';
import { openCases } from '../adapters/store/cases.ts';
import { openClosedDays } from '../adapters/store/closed-days.ts';
import type { Database } from '../adapters/store/collection.ts';
import { openCounter } from '../adapters/store/counters.ts';
import { openDeliveries } from '../adapters/store/deliveries.ts';
import { openDrafts } from '../adapters/store/drafts.ts';
import { openErasures } from '../adapters/store/erasures.ts';
import { openExpired } from '../adapters/store/expired.ts';
import { openFacts } from '../adapters/store/facts.ts';
import { openGoneCases } from '../adapters/store/gone-cases.ts';
import { openHolds } from '../adapters/store/holds.ts';
import { openLinkRequests } from '../adapters/store/link-requests.ts';
import { openPosts } from '../adapters/store/living-cards.ts';
import { markStore } from '../adapters/store/mark-store.ts';
import { MIGRATIONS } from '../adapters/store/migrations.ts';
import { openNudges } from '../adapters/store/nudges.ts';
import { openOwing } from '../adapters/store/owing.ts';
import { openPeople } from '../adapters/store/people.ts';
import { openRateBook } from '../adapters/store/rate-book.ts';
import { openReaders } from '../adapters/store/readers.ts';
import { openReceipts } from '../adapters/store/receipts.ts';
import { openRollups } from '../adapters/store/rollups.ts';
import { openRuns } from '../adapters/store/runs.ts';
import { openSpentTokens } from '../adapters/store/spent-tokens.ts';
import { NO_SECRETS, openKeys, type Secrets, type StoreKeys } from '../adapters/store/store-keys.ts';
import { openStories } from '../adapters/store/stories.ts';
import { openStuckMessages } from '../adapters/store/stuck-messages.ts';
import { openTeamChannels } from '../adapters/store/team-channels.ts';
import { openTownCalendar } from '../adapters/store/town-calendar.ts';
import type { Saying } from '../bot/notices.ts';

/**
 * Opens every port on one database, after checking that it is of this `kind`. Processes that start together take turns.
 * @param closedDays the organisation's defaults, which an admin may have changed in the store
 * @param secrets without them a real store opens, too, but what makes an id throws
 */
export const openStore = (
  database: Database,
  kind: 'sandbox' | 'real',
  closedDays: readonly string[] = [],
  secrets: Secrets = NO_SECRETS,
) =>
  database.alone(async () => {
    const keys = () => openKeys(database, secrets);
    await markStore(database, kind, MIGRATIONS, keys);
    return openPorts(database, closedDays, await keys());
  });

export const openPorts = async (
  database: Database,
  closedDays: readonly string[],
  { seal }: Pick<StoreKeys, 'seal'>,
) => {
  const debtors = [
    await openOwing<Saying>(database, 'cases'),
    await openOwing<Saying>(database, 'drafts'),
    await openOwing<Saying>(database, 'stories'),
  ];
  return {
    seal,
    cases: await openCases(database, await openCounter(database, 'case')),
    drafts: await openDrafts(database),
    goneCases: await openGoneCases(database),
    expired: await openExpired(database),
    stories: await openStories(database),
    people: await openPeople(database, seal),
    receipts: await openReceipts(database),
    facts: await openFacts(database),
    rollups: await openRollups(database),
    erasures: await openErasures(database, seal),
    spentTokens: await openSpentTokens(database),
    adminLog: await openAdminLog(database),
    closedDays: await openClosedDays(database, closedDays),
    nudges: await openNudges(database),
    readers: await openReaders(database),
    runs: await openRuns(database),
    teamChannels: await openTeamChannels(database),
    townCalendar: await openTownCalendar(database),
    deliveries: await openDeliveries<Saying>(database),
    stuckMessages: await openStuckMessages(database),
    backlogs: await openBacklogs(database),
    posts: await openPosts(database),
    linkRequests: await openLinkRequests(database),
    paceBook: await openRateBook(database),
    holds: await openHolds(database),
    debtors,
  };
};

export type Store = Awaited<ReturnType<typeof openStore>>;
