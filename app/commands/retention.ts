import type { Database } from '../../adapters/store/collection.ts';
import { openExpired } from '../../adapters/store/expired.ts';
import { boundsAt } from '../../bot/keeping/bounds.ts';
import { keepNoLonger } from '../../bot/keeping/keep-no-longer.ts';
import type { Expired } from '../../bot/keeping/port.ts';
import type { Organisation } from '../../bot/organisation.ts';
import { keepingPorts } from '../keeping-ports.ts';
import { databaseToRead, refuseWithoutStore } from '../open-database.ts';
import { ownChatsIn } from '../platforms/own-chats.ts';
import { storeSettings } from '../settings/store-settings.ts';
import type { Terminal, Work } from './command.ts';
import { contentFor } from './content-for.ts';
import { nowIn } from './now-in.ts';
import { withStore } from './with-store.ts';

/** Takes out of the store what is kept no longer, as the job does (docs/rules.md, "What is kept how long"). */
export const retention: Work<[], { dryRun?: true }> = async ({ options }, env, terminal) => {
  const { organisation } = contentFor(env, terminal);
  const { sandbox } = storeSettings(env);
  if (options.dryRun === true) {
    const copy = (await databaseToRead(env)) ?? refuseWithoutStore(env);
    try {
      await count(copy, sandbox, organisation, terminal);
    } finally {
      await copy.close();
    }
    return;
  }
  await withStore(env, terminal, async (store, database) => {
    const now = await nowIn(database);
    const deps = {
      ...keepingPorts(store),
      ownChats: await ownChatsIn(database, sandbox),
      organisation,
      clock: () => now,
    };
    const all = { cases: 0, drafts: 0, meetings: 0, messages: 0, chats: 0 };
    for (let more = true; more; ) {
      const run = await keepNoLonger(deps);
      for (const kind of KINDS) all[kind] += run.gone[kind];
      more = run.more;
    }
    const bounds = boundsAt(now, organisation);
    await store.linkRequests.forget(bounds.linkRequests);
    await store.receipts.forget(bounds.receipts);
    await store.adminLog.forget(bounds.accessLog);
    await database.purge();
    terminal.print(KINDS.map((kind) => `${NAMES[kind]}: ${all[kind]}`).join('\n'));
    for (const line of await staying(store.expired.counts, bounds.cases)) terminal.print(line);
  });
};

const KINDS = ['cases', 'drafts', 'meetings', 'messages', 'chats'] as const;
const NAMES = {
  cases: 'cases that ended',
  drafts: 'drafts that are over',
  meetings: 'meetings about a story',
  messages: 'messages that were sent',
  chats: 'lines of the sandbox’s chats',
  receipts: 'handled presses',
  linkRequests: 'requests to link accounts',
  accessLog: 'lines of the log of access',
} as const;

const count = async (
  copy: Database,
  sandbox: boolean,
  organisation: Organisation,
  { print }: Pick<Terminal, 'print'>,
): Promise<void> => {
  const bounds = boundsAt(await nowIn(copy), organisation);
  const { counts } = await openExpired(copy);
  const found: Record<keyof typeof NAMES, Expired> = {
    cases: await counts.countCases(bounds.cases),
    drafts: await counts.countDrafts(bounds.drafts),
    meetings: await counts.countMeetings(bounds.cases),
    messages: await counts.countMessages(bounds.messages, bounds.cases),
    chats: await (await ownChatsIn(copy, sandbox)).countChats(bounds.chats),
    receipts: await counts.countReceipts(bounds.receipts),
    linkRequests: await counts.countLinkRequests(bounds.linkRequests),
    accessLog: await counts.countAccessLog(bounds.accessLog),
  };
  for (const kind of [...KINDS, 'receipts', 'linkRequests', 'accessLog'] as const) {
    const { count, oldest } = found[kind];
    print(`${NAMES[kind]}: ${count}${oldest === null ? '' : `, the oldest of ${oldest.toISOString().slice(0, 10)}`}`);
  }
  for (const line of await staying(counts, bounds.cases)) print(line);
  print('Nothing was changed.');
};

type Staying = Pick<Awaited<ReturnType<typeof openExpired>>['counts'], 'countStaying'>;

/** Which cases stay although their time is over, and why. */
const staying = async (counts: Staying, before: Date): Promise<string[]> => {
  const { held, uncounted } = await counts.countStaying(before);
  return [
    ...(held === 0 ? [] : [`under a legal hold, and stay: ${held}`]),
    ...(uncounted === 0 ? [] : [`stay until a running Sammen has counted them: ${uncounted}`]),
  ];
};
