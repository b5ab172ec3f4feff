import type { Channel } from '../../adapters/chat/channel.ts';
import type { Away } from '../../adapters/chat/connection.ts';
import type { Database } from '../../adapters/store/collection.ts';
import type { RawRoute, Route } from '../../adapters/web/route.ts';
import type { Bot } from '../../bot/conversation/bot.ts';
import type { PersonId } from '../../bot/ids.ts';
import type { Clock } from '../../bot/time/clock.ts';
import type { Finding, Reach } from '../check/finding.ts';
import type { Content } from '../content/load-content.ts';
import type { AppContext } from '../context.ts';
import type { Store } from '../open-store.ts';
import type { Complaints, Given } from '../settings/given.ts';

/** Everything Sammen needs from a platform. The SDKs are large, so only `open` and what it returns may load one. */
export type PlatformModule<Settings> = {
  /** The name that people know it by. */
  displayName: string;
  /** Requests per second, over all processes; null for no limit. */
  maxPerSecond: number | null;
  /** Whether any of its settings is given: if so, Sammen is not a sandbox unless `SANDBOX` says so. */
  isGiven(given: Given): boolean;
  /**
   * Null when the platform is off. Adds to the complaints what is wrong and how to mend it, without values that may be
   * secret.
   */
  readSettings(given: Given, sandbox: boolean, complaints: Complaints): Settings | null;
  open(settings: Settings, ground: Ground): Promise<OpenPlatform>;
  /** Tries the credentials with the platform, without anybody there noticing. */
  check(settings: Settings, reach: Reach): Promise<Finding[]>;
  /** Forgets what was kept about an account, whether the platform is on or not. */
  forgetAccount(id: string, database: Database): Promise<void>;
};

/** What a platform can use before the bot exists. */
export type Ground = { content: Content; database: Database; store: Store };

export type OpenPlatform = {
  /** The clock that Sammen runs on; null for the machine's. */
  clock: Clock | null;
  plugIn(context: AppContext, wires: Wires): Promise<PluggedIn>;
};

/** The parts of Sammen that a platform is connected to. */
export type Wires = {
  bot: Bot;
  jobs: { names: readonly string[]; run(name: string): Promise<Record<string, number>> };
  /** Sends what is due; resolves when everything is sent. */
  flush(): Promise<void>;
  /** Like `flush`, and waits for messages that another process is sending. */
  drain(): Promise<void>;
  /** Whether somebody writes and presses faster than anybody can, on all platforms together. */
  isTooFast(person: PersonId): Promise<boolean>;
  /** Called when handling a turn has failed; the person has been answered already. */
  onFault(error: unknown): void;
};

export type PluggedIn = {
  channel: Channel;
  /** Asks the platform about an account, at most once a day; null where there is nobody to ask. */
  lookAgain: ((account: string) => Promise<void>) | null;
  routes: readonly (RawRoute | Route)[];
  /**
   * Called once, before the routes are served. Resolves also when the platform cannot be reached, and rejects when it
   * refuses our credentials.
   */
  start(): Promise<void>;
  /** Since when the platform cannot be reached; null while it can. */
  away(): Away | null;
  stop(): Promise<void>;
};
