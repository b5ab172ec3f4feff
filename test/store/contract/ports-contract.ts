import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../../../adapters/store/collection.ts';
import { openStore, type Store } from '../../../app/open-store.ts';
import { adoptionContract } from './adoption-contract.ts';
import { calendarContract } from './calendar-contract.ts';
import { casesContract } from './cases-contract.ts';
import { chatContract } from './chat-contract.ts';
import { deliveriesContract } from './deliveries-contract.ts';
import { directoryContract } from './directory-contract.ts';
import { draftsContract } from './drafts-contract.ts';
import { forgettingContract } from './forgetting-contract.ts';
import { holdsContract } from './holds-contract.ts';
import { keepingContract } from './keeping-contract.ts';
import { linkingContract } from './linking-contract.ts';
import { peopleContract } from './people-contract.ts';
import { storiesContract } from './stories-contract.ts';
import { teamsContract } from './teams-contract.ts';

export type Ports = { database: Database; store: Store };
export type OpenPorts = () => Promise<{ database: Database; cleanup(): Promise<void> }>;

/** Makes ids unique to a test, because the tests of a suite share one database. */
export const unique = (what: string): string => `${what}-${randomBytes(4).toString('hex')}`;

/** A moment of the machine's clock after everything that was written, and before whatever is written next. */
export const momentAfterAll = async (): Promise<Date> => {
  await sleep(2);
  const moment = new Date();
  await sleep(2);
  return moment;
};

/** A document as the bot wrote it, without the positions that the store gives its messages. */
export const asWritten = <T extends { owes: readonly object[] }>(document: T | null): T | null =>
  document && {
    ...document,
    owes: document.owes.map((owed) => Object.fromEntries(Object.entries(owed).filter(([field]) => field !== 'order'))),
  };

/** The contract of each port, for every engine. */
export const portsContract = (name: string, open: OpenPorts): void => {
  describe(`ports on ${name}`, () => {
    let opened: Awaited<ReturnType<OpenPorts>>;
    let store: Store;
    before(async () => {
      opened = await open();
      store = await openStore(opened.database, 'sandbox');
    });
    after(async () => {
      await opened?.database.close();
      await opened?.cleanup();
    });
    const ports = (): Ports => ({ database: opened.database, store });
    casesContract(ports);
    draftsContract(ports);
    storiesContract(ports);
    peopleContract(ports);
    directoryContract(ports);
    linkingContract(ports);
    deliveriesContract(ports);
    holdsContract(ports);
    chatContract(ports);
    adoptionContract(ports);
    calendarContract(ports);
    teamsContract(ports);
    forgettingContract(ports);
    keepingContract(ports);
  });
};
