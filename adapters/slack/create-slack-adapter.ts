import bolt, { type App } from '@slack/bolt';
import { MendableError } from '../../bot/mendable-error.ts';
import type { Channel } from '../chat/channel.ts';
import { createIsFirst } from '../chat/first-time.ts';
import type { RawRoute } from '../web/route.ts';
import { slackWordOf } from './delivery-fault.ts';
import type { TurnDeps } from './deps.ts';
import { listen } from './listen.ts';
import { type EventReceiver, openEventReceiver } from './receivers.ts';
import { createSlackChannel } from './slack-channel.ts';
import { createSlackApi, type Self, type SlackLogger } from './web-api.ts';

export type SlackSettings = { botToken: string; door: EventReceiver /** Null: Slack's own. */; apiUrl: string | null };

export type SlackAdapterDeps = Omit<TurnDeps, 'api' | 'self' | 'isFirst'> & {
  settings: SlackSettings;
  /** Milliseconds until a call to Slack that is not answered counts as lost. */
  timeout: number;
};

export type SlackAdapter = {
  /** Null in socket mode: then Slack comes through a socket that we open. */
  route: RawRoute | null;
  channel: Channel;
  /** Asks Slack who we are, and opens the socket if there is one. @throws SlackNotOpened */
  open(): Promise<void>;
  close(): Promise<void>;
};

/** Slack did not let Sammen in at the start. */
class SlackNotOpened extends MendableError {
  override readonly name = 'SlackNotOpened';
}

/** Slack, both ways: what arrives at `/slack/events` or through the socket, and what is delivered to people there. */
export const createSlackAdapter = (deps: SlackAdapterDeps): SlackAdapter => {
  const { settings, onFault } = deps;
  const logger = quietLogger(onFault);
  const api = createSlackApi({ ...settings, timeout: deps.timeout }, logger);
  const entrance = openEventReceiver(settings.door, { apiUrl: settings.apiUrl, logger, onFault });
  let self: Self = { user: '', bot: '', team: '' };
  const turnDeps: TurnDeps = { ...deps, api, self: () => self, isFirst: createIsFirst() };
  const app: App = new bolt.App({
    receiver: entrance.receiver,
    // One client of ours makes every call; who we are is asked once, at the start.
    authorize: async () => ({ botToken: settings.botToken, botId: self.bot, botUserId: self.user }),
    convoStore: false,
    logger,
  });
  app.error(async (error) => {
    // Whoever brought it must hear that it was not taken.
    throw 'original' in error && error.original instanceof Error ? error.original : error;
  });
  listen(app, turnDeps);
  return {
    route: entrance.route,
    channel: createSlackChannel(turnDeps),
    open: async () => {
      try {
        self = await api.self();
        await entrance.open();
      } catch (cause) {
        throw new SlackNotOpened(whyNotOpened(cause, settings.door), { cause });
      }
    },
    close: entrance.close,
  };
};

const whyNotOpened = (cause: unknown, { kind }: EventReceiver): string => {
  const word = slackWordOf(cause);
  const said =
    word === null ? `did not answer (${cause instanceof Error ? cause.message : String(cause)})` : `said ${word}`;
  const tokens = kind === 'socket' ? 'SLACK_BOT_TOKEN and SLACK_APP_TOKEN' : 'SLACK_BOT_TOKEN';
  return `Slack ${said} when Sammen asked who it is there. Check ${tokens}, and that the app is installed in the workspace.`;
};

/** bolt and its client tell of warnings and errors; what is worth a line is passed on, without what people wrote. */
const quietLogger = (onFault: (error: unknown) => void): SlackLogger => {
  const nothing = () => undefined;
  const pass = (...said: unknown[]) =>
    onFault(new SlackComplaint(said.filter((one) => typeof one === 'string').join(' ')));
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

/** Something that the SDK said, such as that a request was not signed. */
class SlackComplaint extends Error {
  override readonly name = 'SlackComplaint';
}
