import type { Channel } from '../../adapters/chat/channel.ts';
import type { Database } from '../../adapters/store/collection.ts';
import type { RawRoute, Route } from '../../adapters/web/route.ts';
import type { Bot } from '../../bot/conversation/bot.ts';
import type { Clock } from '../../bot/time/clock.ts';
import type { Content } from '../content.ts';
import type { AppContext } from '../context.ts';
import type { Given } from '../given.ts';
import type { Store } from '../open-store.ts';

/** Everything Sammen asks of a platform. Its SDK is large, so only `open` and what it opens may load it. */
export type PlatformModule<Settings> = {
  /** What people call it. */
  displayName: string;
  /** Requests a second, over all processes; null where nobody counts them. */
  maxPerSecond: number | null;
  /** Whether a setting of its own is given: then Sammen is no sandbox unless it is told to be one. */
  isGiven(given: Given): boolean;
  /** Null: it is off. What is wrong is added to `faults`, each with its mend and without a value that may be secret. */
  readSettings(given: Given, sandbox: boolean, faults: string[]): Settings | null;
  open(settings: Settings, ground: Ground): Promise<OpenPlatform>;
  /** Forgets what was kept about an account, whether the platform is on or not. */
  forgetAccount(id: string, database: Database): Promise<void>;
};

/** What there is before there is a bot. */
export type Ground = { content: Content; database: Database; store: Store };

export type OpenPlatform = {
  /** The time people live by; null for the machine's. */
  clock: Clock | null;
  plugIn(context: AppContext, wires: Wires): Promise<PluggedIn>;
};

/** What a platform is plugged into. */
export type Wires = {
  bot: Bot;
  jobs: { names: readonly string[]; run(name: string): Promise<Record<string, number>> };
  /** Sends what is due; resolves when it is sent. */
  flush(): Promise<void>;
  /** The same, and waits for what another process is sending. */
  drain(): Promise<void>;
  /** Something went wrong in a turn, and whoever took it has been answered. */
  onFault(error: unknown): void;
};

export type PluggedIn = {
  channel: Channel;
  routes: readonly (RawRoute | Route)[];
  /** Called once, before the routes are open. */
  start(): Promise<void>;
  stop(): Promise<void>;
};
