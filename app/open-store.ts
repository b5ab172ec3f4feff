import { openCases } from '../adapters/store/cases.ts';
import type { Database } from '../adapters/store/collection.ts';
import { openCounter } from '../adapters/store/counters.ts';
import { openDeliveries, openOwing, openPosts } from '../adapters/store/deliveries.ts';
import { openDrafts } from '../adapters/store/drafts.ts';
import { markStore } from '../adapters/store/mark-store.ts';
import { openPeople } from '../adapters/store/people.ts';

/** Every port on one database, after a look at whose it is. */
export const openStore = async (database: Database, kind: 'sandbox' | 'real') => {
  await markStore(database, kind);
  const debtors = [await openOwing(database, 'cases'), await openOwing(database, 'drafts')];
  return {
    cases: await openCases(database, await openCounter(database, 'case')),
    drafts: await openDrafts(database),
    people: await openPeople(database),
    deliveries: await openDeliveries(database),
    posts: await openPosts(database),
    debtors,
  };
};

export type Store = Awaited<ReturnType<typeof openStore>>;
