import type { Channel } from '../../adapters/delivery/channel.ts';
import { createPace } from '../../adapters/delivery/pace.ts';
import { createSender, type Sender } from '../../adapters/delivery/sender.ts';
import type { Database } from '../../adapters/store/collection.ts';
import { openEmbedded } from '../../adapters/store/embedded/open-embedded.ts';
import { createCodes } from '../../adapters/web/codes.ts';
import { loadContent } from '../../app/content.ts';
import { openStore, type Store } from '../../app/open-store.ts';
import { chatAccountsIn } from '../../app/platforms/chat-accounts.ts';
import { stopwatch } from '../../app/stopwatch.ts';
import { createPseudonyms } from '../../bot/adoption/pseudonym.ts';
import { type Bot, createBot } from '../../bot/bot.ts';
import { caseId, type PersonId } from '../../bot/ids.ts';
import type { Needs } from '../../bot/needs.ts';
import type { Notice } from '../../bot/notices.ts';
import { accountOf, type Person, type Platform } from '../../bot/people/person.ts';
import { createClassifier } from '../../bot/routing/classify.ts';
import { createWorkingTime } from '../../bot/time/working-time.ts';
import { OFFICE, TUESDAY } from './builders.ts';
import { tempFolder } from './temp-folder.ts';

/** One message as a fake platform keeps it: its present notice, and how often it was posted or changed. */
type Posted = { id: string; to: PersonId; platform: Platform; notice: Notice; updates: number };

/** One in a team's channel. */
type PostedInTeam = { id: string; channel: string; platform: Platform; notice: Notice };

export type TestHouse = {
  bot: Bot;
  needs: Needs;
  database: Database;
  store: Store;
  sender: Sender;
  posted: Posted[];
  postedInTeams: PostedInTeam[];
  /** The domain's time, moved by the test. */
  now: Date;
  /** Called before each post and update; throws what the platform would. */
  trouble: ((to: Person, platform: Platform) => void) | null;
  /** The same for posts in a team's channel. */
  teamTrouble: ((channel: string, platform: Platform) => void) | null;
  /** The chat accounts that adapters were told to forget. */
  forgottenAccounts: string[];
  /** The platforms that are configured. */
  platforms: Platform[];
  chatOf(person: Person): Posted[];
  close(): Promise<void>;
};

/** Learned once for all houses: it takes longer than most tests. */
const content = loadContent(null);
const classify = createClassifier(content.lexicon);

/** The whole bot on a real embedded store, with platforms that only remember. */
export const openHouse = async (people: readonly Person[]): Promise<TestHouse> => {
  const folder = await tempFolder();
  const database = await openEmbedded(folder.path);
  const store = await openStore(database, 'sandbox');
  for (const person of people) await store.people.add(person);
  const { organisation, warningWords } = content;
  const chatAccounts = chatAccountsIn(database);
  const needs: Needs = {
    cases: store.cases,
    drafts: store.drafts,
    people: store.people,
    receipts: store.receipts,
    adminLog: store.adminLog,
    closedDays: store.closedDays,
    outbox: store.deliveries,
    standingCards: store.posts,
    chatAccounts: {
      forget: (account) => {
        house.forgottenAccounts.push(accountOf(account));
        return chatAccounts.forget(account);
      },
    },
    linkRequests: store.linkRequests,
    codes: createCodes('the secret of the tests'),
    platforms: ['teams', 'slack'],
    nudges: store.nudges,
    readers: store.readers,
    runs: store.runs,
    teamChannels: store.teamChannels,
    links: {
      calendar: (id, turn) => `http://localhost/files/${id}-${turn}.ics`,
      report: (person) => `http://localhost/report?token=${person}`,
    },
    facts: store.facts,
    rollups: store.rollups,
    pseudonyms: createPseudonyms('a key for tests, not for people'),
    clock: () => house.now,
    time: createWorkingTime(OFFICE, store.closedDays),
    organisation,
    warningWords,
    library: content.nudges,
    teamQuestions: content.teamQuestions,
    classify,
  };
  const channelOn = (platform: Platform): Channel => ({
    post: async (to, id, notice) => {
      house.trouble?.(to, platform);
      house.posted.push({ id, to: to._id, platform, notice, updates: 0 });
      return id;
    },
    postInTeam: async ({ channel }, id, notice) => {
      house.teamTrouble?.(channel, platform);
      house.postedInTeams.push({ id, channel, platform, notice });
      return id;
    },
    update: async (to, message, notice) => {
      house.trouble?.(to, platform);
      const found = house.posted.find((one) => one.id === message && one.platform === platform);
      if (found) Object.assign(found, { notice, updates: found.updates + 1 });
    },
  });
  const house: TestHouse = {
    bot: createBot(needs),
    needs,
    database,
    store,
    sender: createSender({
      debtors: store.debtors,
      deliveries: store.deliveries,
      sending: {
        needs,
        posts: store.posts,
        channelOn: (one) => (house.platforms.includes(one) ? channelOn(one) : null),
      },
      pace: createPace(store.paceBook, {}, stopwatch),
      clock: () => house.now,
      onFault: () => undefined,
    }),
    posted: [],
    postedInTeams: [],
    now: TUESDAY,
    trouble: null,
    teamTrouble: null,
    forgottenAccounts: [],
    platforms: ['sandbox', 'teams', 'slack'],
    chatOf: (person) => house.posted.filter(({ to }) => to === person._id),
    close: async () => {
      await house.sender.stop();
      await database.close();
      await folder.remove();
    },
  };
  return house;
};

/** All that the store holds, as text, by collection and id: what is searched for should not be in it. */
export const allStored = async (database: Database): Promise<Map<string, string>> => {
  const found = new Map<string, string>();
  for (const name of await database.names()) {
    const documents = await (await database.collection(name, [])).find({});
    for (const one of documents) found.set(`${name} ${one._id}`, JSON.stringify(one));
  }
  return found;
};

let heard = 0;

/** Writes to the bot as a person, and waits for what it says. */
export const say = async (house: TestHouse, from: Person, text: string, id = `test-${++heard}`): Promise<void> => {
  await house.bot.hear({ id, from, text });
  await house.sender.flush();
};

/** Presses something on the newest card in a person's chat that is about a dilemma. */
export const pressNewest = async (house: TestHouse, from: Person, verb: string, data: Record<string, unknown> = {}) => {
  const newest = house.chatOf(from).findLast(({ notice: { kind } }) => kind === 'case' || kind === 'draft');
  if (newest?.notice.kind !== 'case' && newest?.notice.kind !== 'draft') throw new Error(`${from.name} has no card`);
  const { id, rev } = newest.notice.view;
  const about = newest.notice.kind === 'draft' ? { draft: id } : { case: id };
  const outcome = await house.bot.press({ from, message: newest.id, verb, data: { ...about, rev, ...data } });
  await house.sender.flush();
  return outcome;
};

/** Asks and sends a dilemma; answers the case's id. */
export const ask = async (house: TestHouse, from: Person, text = 'Hvordan får jeg naboerne med fra starten?') => {
  await say(house, from, text);
  await pressNewest(house, from, 'submit-dilemma', { anonymous: 'no' });
  const newest = house.chatOf(from).findLast(({ notice }) => notice.kind === 'case');
  if (newest?.notice.kind !== 'case') throw new Error('no case was opened');
  return caseId(newest.notice.view.id);
};
