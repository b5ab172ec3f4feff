import bolt, { type App } from '@slack/bolt';
import { MendableError } from '../../bot/mendable-error.ts';
import { createChanges } from '../chat/changes.ts';
import type { Channel } from '../chat/channel.ts';
import { type Away, type ConnectionDeps, keepConnected } from '../chat/connection.ts';
import { createIsFirst } from '../chat/first-time.ts';
import { lookAgain } from '../chat/look-again.ts';
import { createNotAgain } from '../chat/not-again.ts';
import { FromOutside } from '../web/from-outside.ts';
import type { RawRoute } from '../web/route.ts';
import type { Self } from './account.ts';
import { slackWordOf } from './delivery-fault.ts';
import type { TurnDeps } from './deps.ts';
import { listen } from './listen.ts';
import { type EventReceiver, openEventReceiver } from './receivers.ts';
import { askSlack } from './recognise.ts';
import { createSlackChannel } from './slack-channel.ts';
import { createSlackApi, type SlackLogger } from './web-api.ts';

export type SlackSettings = {
  botToken: string;
  receiver: EventReceiver;
  /** Null for Slack's own API. */
  apiUrl: string | null;
};

export type SlackAdapterDeps = Omit<TurnDeps, 'api' | 'self' | 'isFirst' | 'notAgain' | 'changes'> &
  Pick<ConnectionDeps, 'onAway' | 'onBack'> & {
    settings: SlackSettings;
    /** Milliseconds until an unanswered call to Slack counts as lost. */
    timeout: number;
  };

export type SlackAdapter = {
  /** Null in socket mode, where Slack sends events through a socket that we open. */
  route: RawRoute | null;
  channel: Channel;
  /** Asks Slack about a known account, at most once a day. */
  lookAgain(user: string): Promise<void>;
  /**
   * Asks Slack for our own ids and, in socket mode, opens the socket. While Slack cannot be reached, it tries again by
   * itself. @throws SlackNotOpened when Slack refuses a token
   */
  open(): Promise<void>;
  /** Since when Slack cannot be reached; null while it can. */
  away(): Away | null;
  close(): Promise<void>;
};

/** Slack refused Sammen's tokens at start. */
class SlackNotOpened extends MendableError {
  override readonly name = 'SlackNotOpened';
}

/** The Slack adapter: receives events at `/slack/events` or through the socket, and delivers messages to people. */
export const createSlackAdapter = (deps: SlackAdapterDeps): SlackAdapter => {
  const { settings, onFault } = deps;
  const logger = quietLogger(onFault);
  const api = createSlackApi({ ...settings, timeout: deps.timeout }, logger);
  const entrance = openEventReceiver(settings.receiver, {
    apiUrl: settings.apiUrl,
    logger,
    timeout: deps.timeout,
    onFault,
  });
  let self: Self = { user: '', bot: '', team: '', organisation: null };
  const turnDeps: TurnDeps = {
    ...deps,
    api,
    self: () => self,
    isFirst: createIsFirst(),
    notAgain: createNotAgain(deps.now),
    changes: createChanges(),
  };
  const app: App = new bolt.App({
    receiver: entrance.receiver,
    // Our own client makes all calls, and `open` asks for our ids once.
    authorize: async () => ({ botToken: settings.botToken, botId: self.bot, botUserId: self.user }),
    convoStore: false,
    logger,
  });
  app.error(async (error) => {
    // Rethrow, so that Slack learns that we did not handle the event.
    throw 'original' in error && error.original instanceof Error ? error.original : error;
  });
  listen(app, turnDeps);
  const connection = keepConnected({
    attempt: async () => {
      self = await api.self();
      await entrance.open();
    },
    isRefusal: (error) => REFUSALS.has(slackWordOf(error) ?? ''),
    onAway: deps.onAway,
    onBack: deps.onBack,
  });
  entrance.onLost(connection.lost);
  return {
    route: entrance.route && knowingOurselves(entrance.route, () => self.user !== '' || connection.away() === null),
    channel: createSlackChannel(turnDeps),
    lookAgain: async (user) => {
      // Until we know our own workspace, everybody would look like a guest.
      if (self.user === '') return;
      await lookAgain({ platform: 'slack', id: user }, askSlack(user, turnDeps), turnDeps);
    },
    open: async () => {
      try {
        await connection.open();
      } catch (cause) {
        throw new SlackNotOpened(whyNotOpened(cause, settings.receiver), { cause });
      }
    },
    away: connection.away,
    close: async () => {
      connection.close();
      await entrance.close();
    },
  };
};

/** Slack refuses the token itself. Its other words, such as those of a policy, may change without us. */
const REFUSALS: ReadonlySet<string> = new Set([
  'invalid_auth',
  'not_authed',
  'token_revoked',
  'token_expired',
  'account_inactive',
  'not_allowed_token_type',
  'missing_scope',
]);

/** Until we know our own ids, we could take our own messages for a person's. Slack repeats an event after a 503. */
const knowingOurselves = (route: RawRoute, isKnown: () => boolean): RawRoute => ({
  ...route,
  take: (request, response) => {
    if (isKnown()) return route.take(request, response);
    request.resume();
    response.writeHead(503);
    response.end();
  },
});

const whyNotOpened = (cause: unknown, { kind }: EventReceiver): string => {
  const tokens = kind === 'socket' ? 'SLACK_BOT_TOKEN and SLACK_APP_TOKEN' : 'SLACK_BOT_TOKEN';
  return `Slack said ${slackWordOf(cause)} when Sammen asked who it is there. Check ${tokens}, and that the app is installed in the workspace.`;
};

/** Passes bolt's warnings and errors on as single lines. Only its strings: objects may hold what people wrote. */
const quietLogger = (onFault: (error: unknown) => void): SlackLogger => {
  const nothing = () => undefined;
  const pass = (...parts: unknown[]) =>
    onFault(new SlackSdkWarning(parts.filter((part) => typeof part === 'string').join(' ')));
  return {
    debug: nothing,
    info: nothing,
    warn: pass,
    error: pass,
    setLevel: nothing,
    getLevel: () => bolt.LogLevel.WARN,
    setName: nothing,
  };
};

/** A warning or error that the SDK logged, such as an unsigned request. */
class SlackSdkWarning extends FromOutside {
  override readonly name = 'SlackSdkWarning';
}
