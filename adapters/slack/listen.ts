import type {
  AnyMiddlewareArgs,
  App,
  SlackOptionsMiddlewareArgs,
  SlackViewMiddlewareArgs,
  ViewSubmitAction,
} from '@slack/bolt';
import type { z } from 'zod';
import { openAsking, takeAsking, takeCommand } from './ask.ts';
import { changeMessage } from './change-message.ts';
import { accountChanged } from './changed-account.ts';
import type { TurnDeps } from './deps.ts';
import { hearDirect, hearMention } from './hear-message.ts';
import { openHome } from './home.ts';
import { ASK } from './modals.ts';
import {
  command,
  homeOpened,
  message,
  messageChanged,
  press,
  readPayload,
  shortcut,
  submission,
  suggestion,
  userChanged,
} from './payloads.ts';
import { pressButton } from './press-button.ts';
import { searchColleagues } from './search-colleagues.ts';
import { submitForm } from './submit-form.ts';

/**
 * Registers the handlers for everything that Slack sends. Anything else is acknowledged and ignored.
 *
 * There is only one listener, because bolt runs every listener for every event and copies the event for each. With
 * several, that was 5 % of a turn's cost.
 */
export const listen = (app: App, deps: TurnDeps): void => {
  app.use(async (brought) => {
    if ('event' in brought) await EVENTS.get(brought.event.type)?.(brought.body, deps);
    else if ('command' in brought) await takeTyped(brought, deps);
    else if ('shortcut' in brought) await takeShortcut(brought, deps);
    else if ('action' in brought && 'action_id' in brought.action) await takePress(brought, deps);
    else if (isSuggestion(brought)) await takeSuggestion(brought, deps);
    else if (isSubmission(brought)) await takeSubmission(brought, deps);
  });
};

const taking =
  <Event>(payload: z.ZodType<{ event: Event }>, take: (event: Event, deps: TurnDeps) => Promise<void>) =>
  async (body: unknown, deps: TurnDeps): Promise<void> => {
    const read = readPayload(payload, body);
    if (read !== null) await take(read.event, deps);
  };

/** The events that Sammen handles. The manifest subscribes to the same ones. */
export const EVENTS: ReadonlyMap<string, ReturnType<typeof taking>> = new Map([
  [
    'message',
    async (body, deps) => {
      const changed = readPayload(messageChanged, body);
      await (changed === null ? taking(message, hearDirect)(body, deps) : changeMessage(changed.event, deps));
    },
  ],
  ['app_mention', taking(message, hearMention)],
  ['app_home_opened', taking(homeOpened, openHome)],
  ['user_change', taking(userChanged, accountChanged)],
]);

type Brought<Answer> = { body: unknown; ack(answer?: Answer): Promise<void> };

const takeTyped = async ({ body, ack }: Brought<string>, deps: TurnDeps): Promise<void> => {
  const read = readPayload(command, body);
  await ack(read === null ? undefined : await takeCommand(read, deps));
};

const takeShortcut = async ({ body, ack }: Brought<never>, deps: TurnDeps): Promise<void> => {
  await ack();
  const read = readPayload(shortcut, body);
  if (read !== null) await openAsking(read.user.id, read.trigger_id, read.message?.text ?? '', deps);
};

const takePress = async ({ body, ack }: Brought<never>, deps: TurnDeps): Promise<void> => {
  await ack();
  const read = readPayload(press, body);
  if (read !== null) await pressButton(read, deps);
};

const isSuggestion = (brought: AnyMiddlewareArgs): brought is SlackOptionsMiddlewareArgs<'block_suggestion'> =>
  'options' in brought && brought.body.type === 'block_suggestion';

const takeSuggestion = async (
  { body, ack }: SlackOptionsMiddlewareArgs<'block_suggestion'>,
  deps: TurnDeps,
): Promise<void> => {
  const read = readPayload(suggestion, body);
  await ack(read === null ? { options: [] } : await searchColleagues(read, deps));
};

const isSubmission = (brought: AnyMiddlewareArgs): brought is SlackViewMiddlewareArgs<ViewSubmitAction> =>
  'view' in brought && brought.body.type === 'view_submission';

const takeSubmission = async (
  { body, ack }: SlackViewMiddlewareArgs<ViewSubmitAction>,
  deps: TurnDeps,
): Promise<void> => {
  const read = readPayload(submission, body);
  if (read === null) return ack();
  const answer = await (read.view.callback_id === ASK ? takeAsking(read, deps) : submitForm(read, deps));
  await (answer === undefined ? ack() : ack(answer));
};
