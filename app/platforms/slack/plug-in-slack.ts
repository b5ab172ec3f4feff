import { openChats } from '../../../adapters/slack/chats.ts';
import { createSlackAdapter, type SlackSettings } from '../../../adapters/slack/create-slack-adapter.ts';
import type { AppContext } from '../../context.ts';
import { awayLog } from '../away-log.ts';
import { chatDeps, TIMEOUT_MS } from '../chat-deps.ts';
import type { PluggedIn, Wires } from '../platform-module.ts';

/** `start` throws SlackNotOpened when Slack refuses the connection. */
export const plugInSlack = async (settings: SlackSettings, context: AppContext, wires: Wires): Promise<PluggedIn> => {
  const { content, database, deps, log } = context;
  const { channel, lookAgain, route, open, away, close } = createSlackAdapter({
    ...chatDeps(context, wires),
    settings,
    context: deps,
    principles: content.principles,
    chats: await openChats(database, context.store.seal),
    timeout: TIMEOUT_MS,
    ...awayLog('Slack', log),
  });
  return { channel, lookAgain, routes: route === null ? [] : [route], start: open, away, stop: close };
};
